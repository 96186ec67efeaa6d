-- What pandoc leaves to do in a Word file.

local word = {}

-- Pandoc's own template without the lines for author and date: the company belongs into the properties alone.
function word.template()
  local source = pandoc.template.default('docx')
  source = source:gsub('%$for%(author%)%$.-%$endfor%$', '', 1):gsub('%$if%(date%)%$.-%$endif%$', '', 1)
  return pandoc.template.compile(source)
end

-- Styles of items whose mark is text, of bullets among them, and of what follows: pandoc makes them from "Body Text",
-- without indentation. A reference document that defines them itself is left alone: its definitions look different.
local BULLET = 7101
local STEP = 800
local function indented(styles)
  local step = STEP
  local function style(kind, hanging, number)
    styles = styles:gsub(
      '(w:styleId="Marked' .. kind .. '(%d)"><w:name w:val="Marked ' .. kind
        .. ' %d" /><w:basedOn w:val="BodyText" />)(<w:qFormat />)',
      function(head, level, tail)
        local left = step * tonumber(level)
        local indent = '<w:ind w:left="' .. left .. '" w:hanging="' .. hanging .. '" />'
        return head .. tail .. '<w:pPr>' .. number .. '<w:spacing w:after="60" w:before="60" />' .. indent .. '</w:pPr>'
      end)
  end
  style('Item', step, '')
  style('Bullet', step // 2, '<w:numPr><w:ilvl w:val="0" /><w:numId w:val="' .. BULLET .. '" /></w:numPr>')
  style('Text', 0, '')
  styles = styles:gsub('(w:styleId="ClosingLine"><w:name w:val="Closing Line" /><w:basedOn w:val="BodyText" />)(<w:qFormat />)',
    '%1%2<w:pPr><w:jc w:val="right" /></w:pPr>')
  return styles
end

-- Rows are told apart by lines and heads by weight, as on paper and on the page.
local LINE = ' w:val="single" w:sz="4" w:space="0" w:color="A6A6A6" />'
local function ruled(styles)
  local borders = '<w:tblBorders><w:bottom' .. LINE .. '<w:insideH' .. LINE .. '</w:tblBorders>'
  return (styles:gsub('(<w:style [^>]*w:styleId="Table".-)</w:style>', function(style)
    style = style:gsub('(<w:tblInd [^>]*/>)', '%1' .. borders, 1)
    style = style:gsub('<w:top w:type="dxa" w:w="0" />', '<w:top w:type="dxa" w:w="40" />', 1)
    style = style:gsub('<w:bottom w:type="dxa" w:w="0" />', '<w:bottom w:type="dxa" w:w="40" />', 1)
    style = style:gsub('(<w:tblStylePr w:type="firstRow">%s*)', '%1<w:rPr><w:b /><w:bCs /></w:rPr>', 1)
    style = style:gsub('(%s*)(<w:tblPr>)', '%1<w:rPr><w:sz w:val="20" /><w:szCs w:val="20" /></w:rPr>%1%2', 1)
    return style .. '</w:style>'
  end, 1))
end

-- A title of twenty Japanese signs stands on one line; slanted signs are no custom of Japanese, so captions are heavy;
-- a line in the margin tells the publisher's words about a document from the document's own.
local BAR = '<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="A6A6A6" /></w:pBdr>'
local function set(styles)
  local function change(id, pattern, to)
    styles = styles:gsub('(<w:style [^>]*w:styleId="' .. id .. '".-</w:style>)', function(style)
      return (style:gsub(pattern, to))
    end, 1)
  end
  change('Title', '(w:szC?s? w:val=)"56"', '%1"44"')
  change('Subtitle', '(w:szC?s? w:val=)"28"', '%1"20"')
  change('Subtitle', '<w:numPr>.-</w:numPr>', '')
  change('Caption', '<w:i />', '<w:b /><w:bCs />')
  change('Caption', '<w:spacing w:after="120" w:before="0" />', '<w:spacing w:after="60" w:before="200" />')
  change('BlockText', '(<w:pPr>%s*)', '%1' .. BAR)
  return styles
end

-- East Asian characters are Japanese: without this Word takes the font of the machine's own language.
local function japanese(styles)
  return (styles:gsub('w:eastAsia="[^"]*"', 'w:eastAsia="ja-JP"'))
end

local function styles(content, job)
  content = japanese(indented(content))
  return job.reference and content or set(ruled(content))
end

local function settings(content)
  return (content:gsub('<w:themeFontLang w:val="([^"]*)" />', '<w:themeFontLang w:val="%1" w:eastAsia="ja-JP" />'))
end

-- The second bullet of pandoc is a letter o in Courier.
local function with_bullet(numbering)
  numbering = numbering:gsub('<w:lvlText w:val="o" />(.-)<w:rPr>.-</w:rPr>', '<w:lvlText w:val="–" />%1')
  local kind = '<w:abstractNum w:abstractNumId="' .. BULLET .. '"><w:multiLevelType w:val="singleLevel" />'
    .. '<w:lvl w:ilvl="0"><w:start w:val="1" /><w:numFmt w:val="bullet" /><w:lvlText w:val="•" /><w:lvlJc w:val="left" />'
    .. '</w:lvl></w:abstractNum>'
  local use = '<w:num w:numId="' .. BULLET .. '"><w:abstractNumId w:val="' .. BULLET .. '" /></w:num>'
  local first = numbering:find('<w:num ', 1, true) or numbering:find('</w:numbering>', 1, true)
  return (numbering:sub(1, first - 1) .. kind .. numbering:sub(first)):gsub('</w:numbering>', use .. '%0', 1)
end

-- A4, and the number of the page at its foot. A reference document brings a page of its own.
local FOOTER = 'word/footer-page.xml'
local MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
local OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
local PAGE = '<w:footerReference w:type="default" r:id="rIdPage" xmlns:r="' .. OFFICE .. '" />'
local PAPER = '<w:pgSz w:w="11906" w:h="16838" />'
  .. '<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0" />'

local function footer()
  local function field(name)
    return '<w:r><w:rPr><w:sz w:val="18" /></w:rPr><w:fldChar w:fldCharType="begin" /></w:r>'
      .. '<w:r><w:rPr><w:sz w:val="18" /></w:rPr><w:instrText xml:space="preserve"> ' .. name .. ' </w:instrText></w:r>'
      .. '<w:r><w:rPr><w:sz w:val="18" /></w:rPr><w:fldChar w:fldCharType="end" /></w:r>'
  end
  return '<?xml version="1.0" encoding="UTF-8"?>\n<w:ftr ' .. MAIN .. '><w:p><w:pPr><w:jc w:val="center" /></w:pPr>'
    .. field('PAGE') .. '<w:r><w:rPr><w:sz w:val="18" /></w:rPr><w:t>/</w:t></w:r>' .. field('NUMPAGES')
    .. '</w:p></w:ftr>'
end

-- Two versions side by side: A4 on its broad side, and a ruled table.
local BROAD = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape" />'
  .. '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0" />'
local function form(content)
  local rules = ''
  for _, side in ipairs({ 'top', 'left', 'bottom', 'right', 'insideH', 'insideV' }) do
    rules = rules .. '<w:' .. side .. LINE
  end
  return (content:gsub('(<w:tblPr>.-)(<w:tblL[ao][yo])', '%1<w:tblBorders>' .. rules .. '</w:tblBorders>%2'))
end

-- A row stays on its page; those of two versions side by side may be longer than one.
local function rows(content)
  content = content:gsub('<w:trPr>', '%0<w:cantSplit />')
  return (content:gsub('<w:tr>(%s*<w:tc>)', '<w:tr><w:trPr><w:cantSplit /></w:trPr>%1'))
end

-- A heading inside an item begins where the words below it do.
local function headings(content)
  return (content:gsub('<w:pStyle w:val="Heading%d" />()', function(position)
    local _, stop = content:find('</w:p>', position, true)
    local _, bookmark = content:find('^%s*<w:bookmarkEnd [^>]*>', stop + 1)
    local level = content:match('^%s*<w:p><w:pPr><w:pStyle w:val="MarkedText(%d)" />', (bookmark or stop) + 1)
    return level and content:sub(position - #'<w:pStyle w:val="Heading1" />', position - 1)
      .. '<w:ind w:left="' .. STEP * tonumber(level) .. '" />' or nil
  end))
end

-- Each revision gets a number of its own, which pandoc omits to do, and a tab parts a mark from its item. Japanese words
-- in another text are Japanese for East Asian characters too.
local function body(content, job)
  content = content:gsub('(<w:(%a+)[^>]*>)([^<]*)\t([^<]*)', function(head, name, before, after)
    return head .. before .. '</w:' .. name .. '><w:tab /><w:' .. name .. ' xml:space="preserve">' .. after
  end)
  if content:find('<w:[id][ne][sl] ') then content = word.revisions(content) end
  local count = 0
  content = content:gsub('(<w:[id][ne][sl] w:id=")%d+"', function(head)
    count = count + 1
    return head .. count .. '"'
  end)
  content = content:gsub('<w:lang w:val="ja[^"]*" />', '<w:lang w:val="ja-JP" w:eastAsia="ja-JP" />')
  content = headings(content)
  content = job.broad and form(content) or rows(content)
  if job.reference then return content end
  local paper = job.broad and BROAD or PAPER
  return (content:gsub('<w:sectPr>(.-)</w:sectPr>', '<w:sectPr>' .. PAGE .. '%1' .. paper .. '</w:sectPr>'))
end

local function types(content, job)
  if job.reference then return content end
  local kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml'
  return (content:gsub('</Types>', '<Override PartName="/' .. FOOTER .. '" ContentType="' .. kind .. '" />%0', 1))
end

local function relations(content, job)
  if job.reference then return content end
  local one = '<Relationship Type="' .. OFFICE .. '/footer" Id="rIdPage" Target="footer-page.xml" />'
  return (content:gsub('</Relationships>', one .. '%0', 1))
end

word.changes = {
  ['word/styles.xml'] = styles,
  ['word/settings.xml'] = settings,
  ['word/document.xml'] = body,
  ['word/numbering.xml'] = with_bullet,
  ['[Content_Types].xml'] = types,
  ['word/_rels/document.xml.rels'] = relations,
}

-- Parts that pandoc does not write, as path and content.
function word.additions(job)
  return job.reference and {} or { { FOOTER, footer() } }
end

-- `revisions` marks whole paragraphs and rows of the body as tracked changes.
return function(revisions)
  word.revisions = revisions
  return word
end
