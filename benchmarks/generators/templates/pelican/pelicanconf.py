"""What Pelican is told: opportunities are articles, all else is a page, and terms are tags."""

AUTHOR = ""
SITENAME = "Bigger City (made up)"
SITEURL = ""
TIMEZONE = "Europe/London"
DEFAULT_LANG = "en"
SECTIONS = ["opportunities", "badges", "organisations", "venues", "pathways"]

PATH = "content"
OUTPUT_PATH = "output"
ARTICLE_PATHS = ["opportunities"]
PAGE_PATHS = SECTIONS[1:]
STATIC_PATHS = ["images"]
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["ways_back"]
MARKDOWN = {"extension_configs": {"markdown.extensions.meta": {}}, "output_format": "html5"}

ARTICLE_URL = "opportunities/{slug}/"
ARTICLE_SAVE_AS = "opportunities/{slug}/index.html"
PAGE_URL = "{section}/{slug}/"
PAGE_SAVE_AS = "{section}/{slug}/index.html"
TAG_URL = "topics/{slug}/"
TAG_SAVE_AS = "topics/{slug}/index.html"
TAGS_SAVE_AS = "topics/index.html"
INDEX_SAVE_AS = "opportunities/index.html"
HOME_SAVE_AS = "index.html"
BADGES_SAVE_AS = "badges/index.html"
ORGANISATIONS_SAVE_AS = "organisations/index.html"
VENUES_SAVE_AS = "venues/index.html"
PATHWAYS_SAVE_AS = "pathways/index.html"
DIRECT_TEMPLATES = ["index", "tags", "home", *SECTIONS[1:]]
PAGINATED_TEMPLATES = {"index": None, "tag": None}
DEFAULT_PAGINATION = 40
PAGINATION_PATTERNS = (
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)

# Nothing that the others are not asked for either.
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
CATEGORY_SAVE_AS = ""
AUTHOR_SAVE_AS = ""
DRAFT_SAVE_AS = ""
