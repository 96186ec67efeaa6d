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

body { line-break: strict; overflow-wrap: break-word; }
blockquote { margin: 0 0 0 1.5em; }
th, td { padding: 0.3em 0.8em 0.3em 0; border-bottom: 1px solid #a6a6a6; text-align: start; vertical-align: top; }
.end { text-align: right; }
caption { text-align: start; font-weight: bold; }
]]
local epub = {
  template = epub_template,
  changes = { ['EPUB/styles/stylesheet1.css'] = function(content) return content .. SHEET end },
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
