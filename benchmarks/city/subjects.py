"""What is on offer in a city, topic by topic, and how such things are called."""

from __future__ import annotations

SUBJECTS: dict[str, tuple[str, ...]] = {
    "digital": ("spreadsheets", "tablet basics", "online safety", "email and video calls", "web pages", "typing"),
    "digital-making": ("robot building", "robotics", "Python coding", "game design", "3D printing", "app design", "microcontrollers", "animation in code"),
    "arts-and-crafts": ("pottery", "watercolour", "screen printing", "crochet", "life drawing", "willow weaving", "calligraphy", "mosaic", "linocut", "jewellery making"),
    "music": ("guitar", "choir singing", "samba drumming", "DJ mixing", "music production", "ukulele", "songwriting", "brass band"),
    "performance": ("street dance", "improvised comedy", "ballet", "stage lighting", "storytelling", "circus skills", "musical theatre", "stage make-up"),
    "film-and-photography": ("documentary film", "phone photography", "video editing", "stop-motion animation", "darkroom printing", "sound recording"),
    "nature": ("birdwatching", "pond dipping", "bat walks", "tree identification", "river clean-up", "bushcraft", "fungi foraging", "moth trapping"),
    "growing": ("vegetable growing", "beekeeping", "composting", "orchard pruning", "houseplants", "wildflower gardening"),
    "food": ("bread baking", "family cooking", "food hygiene", "cake decorating", "curry cooking", "fermenting", "barista skills", "cooking on a budget"),
    "sport": ("football coaching", "wheelchair basketball", "swimming", "climbing", "boxing fitness", "walking netball", "skateboarding", "table tennis", "cycle training", "judo"),
    "health": ("first aid", "yoga", "mindfulness", "mental health awareness", "stopping smoking", "sleep and stress", "falls prevention"),
    "languages": ("English conversation", "British Sign Language", "Spanish", "Polish", "Arabic", "French", "Urdu for families", "lip-reading"),
    "welsh": ("Welsh for families", "Welsh conversation", "Welsh at work"),
    "local-history": ("family history", "canal history", "map reading in the archive", "oral history", "industrial heritage walks", "archaeology"),
    "science": ("astronomy", "rocket science", "kitchen chemistry", "electronics", "engineering challenges", "microscopy", "climate science"),
    "repair": ("bicycle maintenance", "woodwork", "clothes mending", "furniture upcycling", "bricklaying", "plumbing", "painting and decorating", "electrical repair"),
    "work": ("CV writing", "interview practice", "job search", "starting a business", "customer service", "warehouse skills", "care work", "construction site safety"),
    "money": ("budgeting", "energy bills", "benefits advice", "saving", "mortgages explained", "tax returns"),
    "reading-and-writing": ("creative writing", "poetry", "book club", "adult literacy", "comics", "journalism", "storytime", "spelling"),
    "community": ("befriending", "charity shop helping", "event stewarding", "youth leadership", "trustee training", "litter picking", "food bank helping", "campaigning"),
}  # fmt: skip
OTHERWISE = ("open learning", "taster sessions", "skills practice")

BEFORE = ("", "", "", "Family", "Evening", "Weekend", "Introducing", "Everyday", "Creative", "Hands-on", "Outdoor", "Community", "Saturday", "Relaxed", "Young people's", "Women's", "Big", "Pocket-money")  # fmt: skip
FORMS: dict[str, tuple[str, ...]] = {
    "workshop": ("workshop", "in an afternoon", "masterclass", "make-and-take", "studio day"),
    "course": (
        "for beginners",
        "level 1",
        "level 2",
        "step by step",
        "in ten weeks",
        "improvers",
        "certificate",
    ),
    "taster": ("taster", "have a go", "first steps", "come and try"),
    "event": ("open day", "festival", "fair", "showcase", "live"),
    "club": ("club", "group", "drop-in", "circle", "meet-up"),
    "holiday-club": ("holiday club", "summer school", "half-term camp"),
    "volunteering": ("volunteers", "helpers wanted", "volunteer team"),
    "work-experience": ("work experience", "placement week"),
    "workplace-visit": ("behind the scenes", "workplace visit"),
    "apprenticeship": ("apprenticeship", "apprentice"),
    "job": ("assistant", "trainee"),
    "mentoring": ("mentoring", "one-to-one"),
    "resource": ("at home", "online guide"),
}
SHARES = {"workshop": 18, "course": 24, "taster": 8, "event": 13, "club": 14, "holiday-club": 4, "volunteering": 8, "work-experience": 3, "workplace-visit": 1, "apprenticeship": 2, "job": 1, "mentoring": 2, "resource": 2}  # fmt: skip
SUMMARIES = (
    "{activity} for people who have never tried, with {word} and {word} to get you going.",
    "Learn {activity} in a friendly group near {name}; all the {word} is provided.",
    "Try {activity}, meet your neighbours and go home with a {word}.",
    "A gentle way into {activity}: small steps, good {word}, no tests.",
    "Get better at {activity} with a tutor who knows {word} and {word}.",
    "{activity} at {name}: come once or come every week, there is always {word}.",
    "From {word} to {word}: everything that {activity} needs, taught by people who do it for a living.",
    "Spend time on {activity} and find out whether {word} could be your next job.",
)
VENUE_FORMS = ("Community Centre", "Library", "Arts Centre", "Sports Hall", "Church Hall", "School", "College", "Youth Centre", "Family Hub", "Workshop", "Park Pavilion", "Museum", "Theatre", "Swimming Pool")  # fmt: skip
ORGANISATION_FORMS = ("Learning Trust", "Community Association", "Arts", "Youth Project", "College", "Makers", "Sports Club", "Growers", "Training", "Library Service", "Family Network", "Studio")  # fmt: skip
