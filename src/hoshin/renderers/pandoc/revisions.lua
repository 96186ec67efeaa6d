-- Tracked changes of whole paragraphs, list items and rows of a table. Pandoc writes revisions of words alone, so that
-- empty paragraphs, bullets and rows would stay when a reader accepts or rejects all. Its own output is regular: a
-- paragraph holds no other, and a table inside a cell does not occur.

-- 'ins' or 'del' and its attributes where all words of a piece of the document are of that kind, else nothing.
local function only(piece)
  local bare = piece:gsub('<w:pPr>.-</w:pPr>', ''):gsub('<w:trPr>.-</w:trPr>', '')
  local seen, signature = {}, nil
  bare = bare:gsub('<w:(%a+)( w:id="%d+"[^>]*)>(.-)</w:%1>', function(kind, attributes, inner)
    if kind ~= 'ins' and kind ~= 'del' then return nil end
    if not inner:find('<w:r>', 1, true) then return '' end
    seen[kind], signature = true, attributes
    return ''
  end)
  if bare:find('<w:t[ >]') or bare:find('<w:tab />', 1, true) or bare:find('<w:br />', 1, true) then return nil end
  if seen.ins and seen.del then return nil end
  return seen.ins and 'ins' or seen.del and 'del' or nil, signature
end

-- The mark of the paragraph itself as a revision: without it an empty paragraph would stay.
local function marked(paragraph)
  local kind, signature = only(paragraph)
  if not kind then return nil end
  local mark = '<w:rPr><w:' .. kind .. signature .. ' /></w:rPr>'
  local properties = paragraph:match('^<w:p><w:pPr>(.-)</w:pPr>')
  if not properties then return '<w:p><w:pPr>' .. mark .. '</w:pPr>' .. paragraph:sub(#'<w:p>' + 1) end
  local rest = paragraph:sub(#'<w:p><w:pPr></w:pPr>' + #properties + 1)
  return '<w:p><w:pPr>' .. properties .. mark .. '</w:pPr>' .. rest
end

local function row(content)
  local kind, signature = only(content)
  if not kind then return nil end
  local mark = '<w:' .. kind .. signature .. ' />'
  if content:find('<w:trPr>', 1, true) then return (content:gsub('</w:trPr>', mark .. '%0', 1)) end
  return (content:gsub('^<w:tr>', '<w:tr><w:trPr>' .. mark .. '</w:trPr>', 1))
end

-- The last paragraph of a cell ends the cell and cannot go by itself: the row goes, or it stays empty.
local function cell(content)
  local last = content:match('.*()<w:p>')
  if not last then return nil end
  return content:sub(1, last - 1):gsub('<w:p>.-</w:p>', marked) .. content:sub(last)
end

-- Runs as they stand in a revision of that kind: deleted text has a name of its own.
local function inside(kind, runs)
  return kind == 'ins' and runs or (runs:gsub('<w:t ', '<w:delText '):gsub('</w:t>', '</w:delText>'))
end

local function revision(kind, signature, runs)
  return '<w:' .. kind .. signature .. '>' .. runs .. '</w:' .. kind .. '>'
end

-- LibreOffice takes a revision at the end of a paragraph and one of the whole paragraph behind it, of the same kind, for
-- one, and joins the two paragraphs with it. So the end is made one of the other kind: what stands there already goes
-- last, else the last sign that stays goes and comes again.
local function ended(paragraph, following)
  local kind = following:match('^<w:p><w:pPr>.-<w:rPr><w:(%a+) w:id="%d+"[^>]*/></w:rPr></w:pPr>')
  if kind ~= 'ins' and kind ~= 'del' then return paragraph end
  local head, signature, runs = paragraph:match('^(.*)<w:' .. kind .. '( w:id="%d+"[^>]*)>(.-)</w:' .. kind .. '></w:p>$')
  if not head or head:find('<w:' .. kind .. ' w:id="%d+"[^>]*/></w:rPr></w:pPr>') then return paragraph end
  local other = kind == 'ins' and 'del' or 'ins'
  local before, opposite = head:match('^(.*)(<w:' .. other .. ' w:id="%d+"[^>]*>.-</w:' .. other .. '>)$')
  if before then return before .. revision(kind, signature, runs) .. opposite .. '</w:p>' end
  local front, run, text = head:match('^(.*)(<w:r>.-<w:t xml:space="preserve">)([^<]+)</w:t></w:r>$')
  if not front then return paragraph end
  local cut = text:match('()&%w+;$') or text:match('()[\0-\127\194-\244][\128-\191]*$')
  local kept = cut > 1 and run .. text:sub(1, cut - 1) .. '</w:t></w:r>' or ''
  local again = run .. text:sub(cut) .. '</w:t></w:r>'
  return front .. kept .. revision(kind, signature, inside(kind, again) .. runs)
    .. revision(other, signature, inside(other, again)) .. '</w:p>'
end

local function apart(content)
  local places, made, from = {}, {}, 1
  for start, stop in content:gmatch('()<w:p>.-</w:p>()') do places[#places + 1] = { start, stop } end
  for number, place in ipairs(places) do
    local following = places[number + 1]
    local paragraph = content:sub(place[1], place[2] - 1)
    made[#made + 1] = content:sub(from, place[1] - 1)
    made[#made + 1] = following and ended(paragraph, content:sub(following[1], following[2] - 1)) or paragraph
    from = place[2]
  end
  made[#made + 1] = content:sub(from)
  return table.concat(made)
end

-- The body of a Word file with those marks.
return function(content)
  local kept = {}
  content = content:gsub('<w:tbl>.-</w:tbl>', function(whole)
    whole = whole:gsub('<w:tc>.-</w:tc>', cell):gsub('<w:tr>.-</w:tr>', row)
    kept[#kept + 1] = whole
    return '\0' .. #kept .. '\0'
  end)
  content = apart((content:gsub('<w:p>.-</w:p>', marked)))
  return (content:gsub('%z(%d+)%z', function(position) return kept[tonumber(position)] end))
end
