-- What pandoc leaves to do in an OpenDocument text.

local opendocument = {}

-- Pandoc's own template without the author: the company belongs into the properties alone.
function opendocument.template()
  local source = pandoc.template.default('odt')
  return pandoc.template.compile((source:gsub('%$for%(author%)%$.-%$endfor%$', '', 1)))
end

-- Items whose mark is text, bullets among them, and what follows them, as in Word.
local STEP = 1.4
local function marked_styles()
  local parts = {}
  local function style(kind, level, indent)
    local name = 'Marked_20_' .. kind .. '_20_' .. level
    parts[#parts + 1] = '<style:style style:name="' .. name .. '" style:display-name="Marked ' .. kind .. ' ' .. level
      .. '" style:family="paragraph" style:parent-style-name="Text_20_body"><style:paragraph-properties fo:margin-left="'
      .. STEP * level .. 'cm" fo:text-indent="' .. indent .. 'cm" fo:margin-top="0.1cm" fo:margin-bottom="0.1cm"'
      .. ' style:auto-text-indent="false" /></style:style>'
  end
  for level = 1, 4 do
    style('Item', level, -STEP)
    style('Bullet', level, -STEP / 2)
    style('Text', level, 0)
    parts[#parts + 1] = '<text:list-style style:name="Marked_20_Bullets_20_' .. level
      .. '"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties'
      .. ' text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment'
      .. ' text:label-followed-by="listtab" fo:margin-left="' .. STEP * level .. 'cm" fo:text-indent="' .. -STEP / 2
      .. 'cm" /></style:list-level-properties></text:list-level-style-bullet></text:list-style>'
  end
  parts[#parts + 1] = '<style:style style:name="Closing_20_Line" style:display-name="Closing Line" style:family="paragraph"'
    .. ' style:parent-style-name="Text_20_body"><style:paragraph-properties fo:text-align="end" /></style:style>'
  return table.concat(parts)
end

-- A heading inside an item begins where the words below it do.
local function heading_styles()
  local parts = {}
  for level = 1, 4 do
    parts[level] = '<style:style style:name="Marked_20_Heading_20_' .. level .. '" style:display-name="Marked Heading '
      .. level .. '" style:family="paragraph" style:parent-style-name="Heading_20_3"><style:paragraph-properties'
      .. ' fo:margin-left="' .. STEP * level .. 'cm" /></style:style>'
  end
  return table.concat(parts)
end

-- Version and date under the title: pandoc names the style and does not bring it.
local function subtitle_style()
  return '<style:style style:name="Subtitle" style:family="paragraph" style:parent-style-name="Standard"'
    .. ' style:next-style-name="Text_20_body" style:class="chapter"><style:paragraph-properties fo:text-align="center"'
    .. ' fo:margin-bottom="0.4cm" /><style:text-properties fo:font-size="10pt" style:font-size-asian="10pt" />'
    .. '</style:style>'
end

local MINCHO = '游明朝'
local GOTHIC = '游ゴシック'

-- The language of Latin words in a Japanese text: as Japanese they would break between any two letters.
local function latin(content)
  return (content:gsub('(<style:default%-style.-</style:default%-style>)', function(style)
    local changed, count = style:gsub('fo:language="ja"', 'fo:language="en"')
    return count > 0 and changed:gsub('fo:country="[^"]*"', 'fo:country="US"') or style
  end))
end

local function change(content, name, pattern, to)
  return (content:gsub('(<style:style [^>]*style:name="' .. name .. '".-</style:style>)', function(style)
    return (style:gsub(pattern, to))
  end, 1))
end

-- A look of the project's own (reference.odt) is left as it is, but for styles that it lacks.
local function styles(content, job)
  local lacking = { Marked_20_Item_20_1 = marked_styles, Marked_20_Heading_20_1 = heading_styles, Subtitle = subtitle_style }
  for _, name in ipairs({ 'Marked_20_Item_20_1', 'Marked_20_Heading_20_1', 'Subtitle' }) do
    if not content:find('style:name="' .. name .. '"', 1, true) then
      content = content:gsub('</office:styles>', function(tail) return lacking[name]() .. tail end, 1)
    end
  end
  content = content:gsub('style:language%-asian="zxx"', 'style:language-asian="ja"')
    :gsub('style:country%-asian="none"', 'style:country-asian="JP"')
  content = latin(content)
  if job.reference then return content end
  local faces = ''
  for _, name in ipairs({ MINCHO, GOTHIC }) do
    faces = faces .. '<style:font-face style:name="' .. name .. '" svg:font-family="' .. name .. '" />'
  end
  content = content:gsub('</office:font%-face%-decls>', faces .. '%0', 1)
  content = content:gsub('(style:font%-name="Arial" style:font%-name%-asian=)"[^"]*"', '%1"' .. GOTHIC .. '"')
  content = content:gsub('(style:font%-name%-asian=)"Lucida Sans Unicode"', '%1"' .. MINCHO .. '"')
  content = content:gsub('font%-style%-asian="italic"', 'font-style-asian="normal"')
  content = content:gsub('(style:name="TableCaption" style:parent%-style%-name="Caption">)',
    '%1<style:paragraph-properties fo:keep-with-next="always" />', 1)
  content = content:gsub('(<style:style [^>]*style:name="Heading_20_%d".-</style:style>)', function(style)
    return (style:gsub('fo:font%-style="italic"', 'fo:font-style="normal"'))
  end)
  content = change(content, 'Heading_20_3', '"14pt"', '"12pt"')
  content = change(content, 'Caption', 'fo:font%-style="italic"', 'fo:font-weight="bold" style:font-weight-asian="bold"')
  content = change(content, 'Table_20_Contents', '(</style:style>)',
    '<style:text-properties fo:font-size="10pt" style:font-size-asian="10pt" />%1')
  if not job.broad then content = content:gsub('fo:keep%-together="auto"', 'fo:keep-together="always"') end
  return (content:gsub('fo:page%-width="[^"]*"', 'fo:page-width="21cm"'):gsub('fo:page%-height="[^"]*"', 'fo:page-height="29.7cm"'))
end

local function body(content, job)
  content = content:gsub('text:style%-name="Closing Line"', 'text:style-name="Closing_20_Line"')
  content = content:gsub('fo:language="ja"', '%0 style:language-asian="ja" style:country-asian="JP"')
  content = content:gsub('text:style%-name="Marked (%a+) (%d)"', 'text:style-name="Marked_20_%1_20_%2"')
  content = content:gsub('(<text:p text:style%-name="Marked_20_Bullet_20_(%d)">.-</text:p>)', function(item, level)
    local list = '<text:list text:style-name="Marked_20_Bullets_20_' .. level .. '">'
    return list .. '<text:list-item>' .. item .. '</text:list-item></text:list>'
  end)
  content = content:gsub(
    'text:style%-name="Heading_20_3"([^>]*>[^\n]-</text:h>%s*<text:p text:style%-name="Marked_20_Text_20_(%d)")',
    'text:style-name="Marked_20_Heading_20_%2"%1')
  if job.reference then return content end
  content = content:gsub('(<style:table%-properties )(table:align="center")', '%1fo:margin-bottom="0.3cm" %2')
  return (content:gsub('(<style:style style:name="Table%a*RowCell" .-<style:table%-cell%-properties )fo:border="none"',
    '%1fo:padding="0.1cm" fo:border="none" fo:border-bottom="0.5pt solid #a6a6a6"'))
end

opendocument.changes = { ['styles.xml'] = styles, ['content.xml'] = body }

return opendocument
