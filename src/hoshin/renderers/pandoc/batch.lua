-- Writes all documents of a manifest in one process: pandoc lua batch.lua manifest.json
-- Each job: src (pandoc JSON), out, writer, epoch (seconds), dated (whether files may carry that time), reference.

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

-- Styles of items whose mark is text: pandoc makes them from "Body Text", without indentation. A reference document
-- that defines them itself is left alone, since its definitions look different.
local function indented(styles)
  local step = 800
  local function style(kind, hanging)
    styles = styles:gsub(
      '(w:styleId="Marked' .. kind .. '(%d)"><w:name w:val="Marked ' .. kind
        .. ' %d" /><w:basedOn w:val="BodyText" />)(<w:qFormat />)',
      function(head, level, tail)
        local left = step * tonumber(level)
        local indent = '<w:pPr><w:ind w:left="' .. left .. '" w:hanging="' .. hanging .. '" /></w:pPr>'
        return head .. tail .. indent
      end)
  end
  style('Item', step)
  style('Text', 0)
  return styles
end

local function undated(path, content)
  if path == 'docProps/core.xml' then
    return (content:gsub('<dcterms:created.-</dcterms:created>', ''):gsub('<dcterms:modified.-</dcterms:modified>', ''))
  elseif path == 'word/document.xml' then
    return (content:gsub('(<w:[id][ne][sl]%a* [^>]-) w:date="[^"]*"', '%1'))
  end
  return content
end

local function finished_docx(bytes, job)
  local archive = pandoc.zip.Archive(bytes)
  local entries = {}
  for _, entry in ipairs(archive.entries) do
    local content = entry:contents()
    if entry.path == 'word/styles.xml' then content = indented(content) end
    if not job.dated then content = undated(entry.path, content) end
    entries[#entries + 1] = pandoc.zip.Entry(entry.path, content, job.epoch)
  end
  return pandoc.zip.Archive(entries):bytestring()
end

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
  if job.writer == 'docx' then content = finished_docx(content, job) end
  spit(job.out, content)
end

for _, job in ipairs(pandoc.json.decode(slurp(arg[1]), false)) do
  pandoc.system.with_environment({ SOURCE_DATE_EPOCH = tostring(job.epoch) }, function() write(job) end)
end
