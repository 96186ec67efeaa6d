-- Writes all documents of a manifest in one process: pandoc lua batch.lua manifest.json
-- Each job: src (pandoc JSON), out, writer,
-- epoch (seconds, also SOURCE_DATE_EPOCH of the process), dated (whether files may carry that time),
-- reference, broad (A4 on its broad side, tables ruled as a form).

local folder = arg[0]:match('^(.*)[/\\]') or '.'
local word = dofile(folder .. '/word.lua')(dofile(folder .. '/revisions.lua'))
local opendocument = dofile(folder .. '/opendocument.lua')

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

local function escaped(text)
  return (tostring(text):gsub('[&<>]', { ['&'] = '&amp;', ['<'] = '&lt;', ['>'] = '&gt;' }))
end

-- Pandoc calls each page of a book by its file name; it has the title of the document.
local function epub_template()
  local source = pandoc.template.default('epub3')
  return pandoc.template.compile((source:gsub('<title>%$pagetitle%$</title>', '<title>$document-title$</title>', 1)))
end

-- Heads and captions begin where their columns do, rows have lines, and Japanese lines follow its strict rules.
local SHEET = [[

html { color-scheme: light dark; line-height: 1.5; }
:lang(ja) { line-height: 1.7; }
h1, h2, h3 { line-height: 1.35; }
body { line-break: strict; overflow-wrap: break-word; }
blockquote { margin: 0 0 0 1.5em; }
.marked p { padding-inline-start: 2.4em; text-indent: -2.4em; margin: 0.4em 0; }
.marked + blockquote { margin-inline-start: 2.4em; }
table { display: table; }
td a { overflow-wrap: anywhere; }
tbody { border-color: currentColor; }
th, td { padding: 0.3em 0.8em 0.3em 0; border-bottom: 1px solid #a6a6a6; text-align: start; vertical-align: top; }
.end { text-align: right; }
caption { text-align: start; font-weight: bold; }
td > :first-child { margin-top: 0; }
:lang(ja) td, :lang(ja) th { min-width: 4em; }
]]

-- On a narrow page a table of many columns becomes a list of its rows, each value after the name of its column.
local STACKED = [[
@media (max-width: WIDTHem) {
  .CLASS thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0); }
  .CLASS, .CLASS caption, .CLASS tbody, .CLASS tr, .CLASS td { display: block; }
  .CLASS tr { padding: 0.5em 0; border-bottom: 1px solid #a6a6a6; }
  .CLASS td { padding: 0.1em 0 0.1em 10em; border: 0; }
  .CLASS td::before { content: attr(data-label); float: left; width: 9.5em; margin-inline-start: -10em; font-weight: bold; }
  .CLASS td::after { content: ""; display: block; clear: both; }
}
]]
local function stacked(class, width)
  return (STACKED:gsub('CLASS', class):gsub('WIDTH', width))
end

-- The colour of words is the reader's: a fixed dark one would stand on a dark page.
local function sheet(content)
  return (content:gsub('\n  color: #1a1a1a;', ''):gsub('solid #1a1a1a', 'solid currentColor')
    :gsub('background%-color: #1a1a1a', 'background-color: currentColor')) .. SHEET .. stacked('broad', 44) .. stacked('medium', 27)
end

-- Cells of a table of many columns know the names of their columns.
local MEDIUM, BROAD = 4, 5
local function labelled(content)
  return (content:gsub('<table(.->)(.-)</table>', function(head, inner)
    local names = {}
    for name in inner:gmatch('<th%f[%s>][^>]*>(.-)</th>') do names[#names + 1] = name:gsub('<.->', ''):gsub('"', '&quot;') end
    if #names < MEDIUM then return nil end
    inner = inner:gsub('<tr>(.-)</tr>', function(row)
      local at = 0
      return '<tr>' .. row:gsub('<td', function(cell)
        at = at + 1
        return cell .. ' data-label="' .. (names[at] or '') .. '"'
      end) .. '</tr>'
    end)
    return '<table class="' .. (#names < BROAD and 'medium' or 'broad') .. '"' .. head .. inner .. '</table>'
  end))
end

-- A landmark that pandoc names in English has the title of the document.
local function nav(content)
  local title = content:match('<title>(.-)</title>')
  return (content:gsub('>Title Page<', function() return '>' .. title .. '<' end))
end
local epub = {
  template = epub_template,
  changes = { ['EPUB/styles/stylesheet1.css'] = sheet, ['EPUB/text/ch001.xhtml'] = labelled, ['EPUB/nav.xhtml'] = nav },
}

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

-- The file with what pandoc leaves to do. Entries that stay as they are keep their place and compression, since
-- "mimetype" must stand first and plain in ODT and EPUB.
local KINDS = { docx = word, odt = opendocument, epub3 = epub }

local function finished(bytes, job, kind)
  local entries = {}
  for position, entry in ipairs(pandoc.zip.Archive(bytes).entries) do
    local before, change = entry:contents(), kind.changes[entry.path]
    local content = change and change(before, job) or before
    if not job.dated then content = undated(entry.path, content) end
    entries[position] = content == before and entry or pandoc.zip.Entry(entry.path, content, job.epoch)
  end
  for _, addition in ipairs(kind.additions and kind.additions(job) or {}) do
    entries[#entries + 1] = pandoc.zip.Entry(addition[1], addition[2], job.epoch)
  end
  return pandoc.zip.Archive(entries):bytestring()
end

local function write(job)
  local options, kind = pandoc.WriterOptions { wrap_text = 'none' }, KINDS[job.writer]
  options.reference_doc = job.reference
  -- Without a template pandoc writes the body alone, for ODT and EPUB too: files that no program opens.
  options.template = kind and kind.template()
  local document = pandoc.read(slurp(job.src), 'json')
  options.variables = { ['document-title'] = escaped(document.meta.pagetitle or '') }
  local content = pandoc.write(document, job.writer, options)
  if kind then content = finished(content, job, kind) end
  spit(job.out, content)
end

for _, job in ipairs(pandoc.json.decode(slurp(arg[1]), false)) do
  if type(job.reference) ~= 'string' then job.reference = nil end  -- JSON's null would count as true
  write(job)
end
