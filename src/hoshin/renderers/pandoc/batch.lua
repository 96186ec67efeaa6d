-- Writes all documents of a manifest in one process: pandoc lua batch.lua manifest.json
-- Each job: src (pandoc JSON), out, writer,
-- epoch (seconds, also SOURCE_DATE_EPOCH of the process), dated (whether files may carry that time),
-- reference.

local function slurp(path)
  local file = assert(io.open(path, 'rb'))
  local content = file:read('a')
  file:close()
  return content
end

local function spit(path, content)
  local file = assert(io.open(path, 'wb'))
  file:write(content)
  file:close()
end

-- Pandoc's own template without the lines for author and date: the company belongs into the properties alone.
local function docx_template()
  local source = pandoc.template.default('docx')
  source = source:gsub('%$for%(author%)%$.-%$endfor%$', '', 1):gsub('%$if%(date%)%$.-%$endif%$', '', 1)
  return pandoc.template.compile(source)
end

local function escaped(text)
  return (tostring(text):gsub('[&<>]', { ['&'] = '&amp;', ['<'] = '&lt;', ['>'] = '&gt;' }))
end

-- Pandoc calls each page of a book by its file name; it has the title of the document.
local function epub_template()
  local source = pandoc.template.default('epub3')
  return pandoc.template.compile((source:gsub('<title>%$pagetitle%$</title>', '<title>$document-title$</title>', 1)))
end

-- The company belongs into the properties alone here as well.
local function odt_template()
  local source = pandoc.template.default('odt')
  return pandoc.template.compile((source:gsub('%$for%(author%)%$.-%$endfor%$', '', 1)))
end

-- Styles of items whose mark is text, of bullets among them, and of what follows: pandoc makes them from "Body Text",
-- without indentation. A reference document that defines them itself is left alone: its definitions look different.
local BULLET = 7101
local function indented(styles)
  local step = 800
  local function style(kind, hanging, number)
    styles = styles:gsub(
      '(w:styleId="Marked' .. kind .. '(%d)"><w:name w:val="Marked ' .. kind
        .. ' %d" /><w:basedOn w:val="BodyText" />)(<w:qFormat />)',
      function(head, level, tail)
        local left = step * tonumber(level)
        local indent = '<w:ind w:left="' .. left .. '" w:hanging="' .. hanging .. '" />'
        return head .. tail .. '<w:pPr>' .. number .. indent .. '</w:pPr>'
      end)
  end
  style('Item', step, '')
  style('Bullet', step // 2, '<w:numPr><w:ilvl w:val="0" /><w:numId w:val="' .. BULLET .. '" /></w:numPr>')
  style('Text', 0, '')
  return styles
end

local function with_bullet(numbering)
  local kind = '<w:abstractNum w:abstractNumId="' .. BULLET .. '"><w:multiLevelType w:val="singleLevel" />'
    .. '<w:lvl w:ilvl="0"><w:start w:val="1" /><w:numFmt w:val="bullet" /><w:lvlText w:val="•" /><w:lvlJc w:val="left" />'
    .. '</w:lvl></w:abstractNum>'
  local use = '<w:num w:numId="' .. BULLET .. '"><w:abstractNumId w:val="' .. BULLET .. '" /></w:num>'
  local first = numbering:find('<w:num ', 1, true) or numbering:find('</w:numbering>', 1, true)
  return (numbering:sub(1, first - 1) .. kind .. numbering:sub(first)):gsub('</w:numbering>', use .. '%0', 1)
end

-- What tells the time of writing, by file. EPUB's dcterms:modified must be there by its standard.
local DATES = {
  ['docProps/core.xml'] = { '<dcterms:created.-</dcterms:created>', '<dcterms:modified.-</dcterms:modified>' },
  ['meta.xml'] = { '<meta:creation%-date>.-</meta:creation%-date>', '<dc:date>.-</dc:date>' },
  ['EPUB/content.opf'] = { '<dc:date .-</dc:date>%s*' },
}

local function undated(path, content)
  for _, pattern in ipairs(DATES[path] or {}) do content = content:gsub(pattern, '') end
  if path == 'word/document.xml' then content = content:gsub('(<w:[id][ne][sl] [^>]-) w:date="[^"]*"', '%1') end
  return content
end

-- Each revision gets a number of its own, which pandoc omits to do, and a tab parts a mark from its item.
local function body(content)
  local count = 0
  content = content:gsub('(<w:[id][ne][sl] w:id=")%d+"', function(head)
    count = count + 1
    return head .. count .. '"'
  end)
  return (content:gsub('\t', '</w:t><w:tab /><w:t xml:space="preserve">'))
end

local CHANGES = {
  ['word/styles.xml'] = indented,
  ['word/document.xml'] = body,
  ['word/numbering.xml'] = with_bullet,
}

-- The file with what pandoc leaves to do. Entries that stay as they are keep their place and compression, since
-- "mimetype" must stand first and plain in ODT and EPUB.
local function finished(bytes, job)
  local entries = {}
  for position, entry in ipairs(pandoc.zip.Archive(bytes).entries) do
    local before = entry:contents()
    local content = CHANGES[entry.path] and CHANGES[entry.path](before) or before
    if not job.dated then content = undated(entry.path, content) end
    entries[position] = content == before and entry or pandoc.zip.Entry(entry.path, content, job.epoch)
  end
  return pandoc.zip.Archive(entries):bytestring()
end

local ZIPPED = { docx = true, odt = true, epub3 = true }

-- Without a template pandoc writes the body alone, for ODT and EPUB too: files that no program opens.
local TEMPLATES = {
  docx = docx_template,
  odt = odt_template,
  epub3 = epub_template,
}

local function write(job)
  local options = pandoc.WriterOptions { wrap_text = 'none' }
  options.reference_doc = job.reference
  options.template = TEMPLATES[job.writer] and TEMPLATES[job.writer]()
  local document = pandoc.read(slurp(job.src), 'json')
  options.variables = { ['document-title'] = escaped(document.meta.pagetitle or '') }
  local content = pandoc.write(document, job.writer, options)
  if ZIPPED[job.writer] then content = finished(content, job) end
  spit(job.out, content)
end

for _, job in ipairs(pandoc.json.decode(slurp(arg[1]), false)) do
  write(job)
end
