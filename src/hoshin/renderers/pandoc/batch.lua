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

-- The file beside this one: pandoc starts the script by its whole path.
local revisions = dofile(arg[0]:gsub('batch%.lua$', 'revisions.lua'))

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
  content = content:gsub('(<w:(%a+)[^>]*>)([^<]*)\t([^<]*)', function(head, name, before, after)
    return head .. before .. '</w:' .. name .. '><w:tab /><w:' .. name .. ' xml:space="preserve">' .. after
  end)
  if content:find('<w:[id][ne][sl] ') then content = revisions(content) end
  local count = 0
  return (content:gsub('(<w:[id][ne][sl] w:id=")%d+"', function(head)
    count = count + 1
    return head .. count .. '"'
  end))
end

local CHANGES = {
  ['word/styles.xml'] = indented,
  ['word/document.xml'] = body,
  ['word/numbering.xml'] = with_bullet,
}

-- Two versions side by side: A4 on its broad side, unless the reference document names a sheet, and a ruled table.
local RULES = ''
for _, side in ipairs({ 'top', 'left', 'bottom', 'right', 'insideH', 'insideV' }) do
  RULES = RULES .. '<w:' .. side .. ' w:val="single" w:sz="4" w:space="0" w:color="808080" />'
end
local function broad(content)
  if not content:find('<w:pgSz ', 1, true) then
    local sheet = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape" />'
      .. '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0" />'
    content = content:gsub('</w:sectPr>', sheet .. '%0')
  end
  return (content:gsub('(<w:tblPr>.-)(<w:tblL[ao][yo])', '%1<w:tblBorders>' .. RULES .. '</w:tblBorders>%2'))
end

-- The file with what pandoc leaves to do. Entries that stay as they are keep their place and compression, since
-- "mimetype" must stand first and plain in ODT and EPUB.
local function finished(bytes, job)
  local entries = {}
  for position, entry in ipairs(pandoc.zip.Archive(bytes).entries) do
    local before = entry:contents()
    local content = CHANGES[entry.path] and CHANGES[entry.path](before) or before
    if job.broad and entry.path == 'word/document.xml' then content = broad(content) end
    if not job.dated then content = undated(entry.path, content) end
    entries[position] = content == before and entry or pandoc.zip.Entry(entry.path, content, job.epoch)
  end
  return pandoc.zip.Archive(entries):bytestring()
end

local ZIPPED = { docx = true, odt = true, epub3 = true }

local function write(job)
  local options = pandoc.WriterOptions { wrap_text = 'none' }
  if job.writer == 'docx' then
    options.reference_doc = job.reference
    options.template = docx_template()
  elseif job.reference then
    options.reference_doc = job.reference
  end
  local document = pandoc.read(slurp(job.src), 'json')
  local content = pandoc.write(document, job.writer, options)
  if ZIPPED[job.writer] then content = finished(content, job) end
  spit(job.out, content)
end

for _, job in ipairs(pandoc.json.decode(slurp(arg[1]), false)) do
  write(job)
end
