-- What of OpenStreetMap becomes a Doorstep basemap, in the names of the Protomaps basemap schema
-- (layers earth, water, landuse, roads, buildings, places; attributes kind, kind_detail, name), so that
-- the same style draws a file made here and one cut from a Protomaps build.
--
-- Zooms are those of the tiles: the style shows a tile's content from two zooms further in on (one
-- tile of the file makes sixteen of the page), so what is written from 14 on is seen from 16 on.
--
-- Only what the style draws is written: every attribute more is bytes that a learner pays for.
-- Land is one rectangle, the map's sheet, and water is painted over it.
--
-- `languages`, the list of languages whose names are kept beside `name`, is put before this file
-- by scripts/basemap.

node_keys = { "place" }

-- square metres: sheds and garages are a third of all outlines, and nobody finds a way by them
SMALLEST_BUILDING = 40

local function set(words)
	local found = {}
	for word in words:gmatch("%S+") do found[word] = true end
	return found
end

-- highway=*: the schema's kind, and the zoom from which a road is worth its bytes
local roads = {
	motorway = { "highway", 7 }, motorway_link = { "highway", 10 },
	trunk = { "major_road", 7 }, trunk_link = { "major_road", 10 },
	primary = { "major_road", 8 }, primary_link = { "major_road", 11 },
	secondary = { "major_road", 9 }, secondary_link = { "major_road", 11 },
	tertiary = { "major_road", 10 }, tertiary_link = { "major_road", 11 },
	residential = { "minor_road", 11 }, unclassified = { "minor_road", 11 },
	living_street = { "minor_road", 11 }, road = { "minor_road", 11 },
	service = { "minor_road", 14 }, busway = { "minor_road", 14 },
	pedestrian = { "path", 13 }, cycleway = { "path", 14 }, footway = { "path", 14 },
	path = { "path", 14 }, bridleway = { "path", 14 }, steps = { "path", 14 }, track = { "path", 14 },
}

local rails = set "rail light_rail tram subway narrow_gauge"
local parking = set "parking_aisle drive-through emergency_access"

local landuse = {
	leisure = {
		park = "park", garden = "garden", pitch = "pitch", playground = "playground",
		golf_course = "golf_course", nature_reserve = "nature_reserve", common = "park",
	},
	landuse = {
		allotments = "allotments", cemetery = "cemetery", forest = "forest", grass = "grass",
		meadow = "meadow", recreation_ground = "recreation_ground", village_green = "village_green",
		industrial = "industrial", retail = "commercial", commercial = "commercial",
	},
	natural = {
		wood = "wood", scrub = "scrub", grassland = "grassland", heath = "heath",
		wetland = "wetland", beach = "beach", sand = "sand",
	},
	amenity = {
		grave_yard = "cemetery", hospital = "hospital", school = "school", college = "college",
		university = "university",
	},
}
-- in this order: a wood inside a park is drawn as the park
local landuse_keys = { "leisure", "landuse", "natural", "amenity" }

-- place=*: kind, and the zoom from which its name may be shown
local places = {
	city = { "locality", 7 }, town = { "locality", 7 }, village = { "locality", 10 },
	hamlet = { "locality", 12 }, suburb = { "neighbourhood", 11 }, quarter = { "neighbourhood", 12 },
	neighbourhood = { "neighbourhood", 13 },
}

local waterways = { river = 10, canal = 11, stream = 14, drain = 14, ditch = 14 }

function init_function() end
function exit_function() end

local function write_names(object, minzoom)
	local name = object:Find("name")
	if name == "" then return end
	object:Attribute("name", name, minzoom)
	for _, language in ipairs(languages) do
		local own = object:Find("name:" .. language)
		if own ~= "" and own ~= name then object:Attribute("name:" .. language, own, minzoom) end
	end
end

function node_function(node)
	local detail = node:Find("place")
	local place = places[detail]
	if not place or node:Find("name") == "" then return end
	node:Layer("places", false)
	node:MinZoom(place[2])
	node:Attribute("kind", place[1])
	node:Attribute("kind_detail", detail)
	node:AttributeNumeric("min_zoom", place[2])
	write_names(node, 7)
end

local function write_road(way, detail)
	local road = roads[detail]
	if not road or way:Find("area") == "yes" then return end
	if detail == "service" and parking[way:Find("service")] then return end
	way:Layer("roads", false)
	way:MinZoom(road[2])
	way:Attribute("kind", road[1])
	way:Attribute("kind_detail", detail)
	write_names(way, road[1] == "major_road" and 12 or 14)
end

local function write_water(way, natural, waterway)
	if natural == "water" or natural == "bay" or waterway == "riverbank" or waterway == "dock" then
		if natural == "bay" or not way:IsClosed() then return end
		local detail = way:Find("water")
		way:Layer("water", true)
		way:Attribute("kind", detail == "ocean" and "ocean" or "water")
	elseif waterways[waterway] and not way:IsClosed() then
		local tunnel = way:Find("tunnel")
		if tunnel ~= "" and tunnel ~= "no" then return end
		way:Layer("water", false)
		way:MinZoom(waterways[waterway])
		way:Attribute("kind", waterway)
	end
end

function way_function(way)
	if way:Find("doorstep") == "earth" then
		way:Layer("earth", true)
		way:Attribute("kind", "earth")
		return
	end
	local highway = way:Find("highway")
	if highway ~= "" then write_road(way, highway) end
	if rails[way:Find("railway")] and way:Find("tunnel") ~= "yes" then
		way:Layer("roads", false)
		way:MinZoom(way:Find("service") == "" and 10 or 14)
		way:Attribute("kind", "rail")
	end
	write_water(way, way:Find("natural"), way:Find("waterway"))
	if not way:IsClosed() then return end
	local building = way:Find("building")
	if building ~= "" and building ~= "no" then
		if way:Area() < SMALLEST_BUILDING then return end
		way:Layer("buildings", true)
		way:Attribute("kind", "building")
		return
	end
	for _, key in ipairs(landuse_keys) do
		local kind = landuse[key][way:Find(key)]
		if kind then
			way:Layer("landuse", true)
			way:Attribute("kind", kind)
			return
		end
	end
end
