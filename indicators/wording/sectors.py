"""The sectors that partners come from, in words."""

from __future__ import annotations

SECTORS = {
    "public": "Councils and other public services",
    "private": "Private sector",
    "voluntary_community": "Voluntary and community",
    "faith": "Faith",
    "education": "Education",
    "health": "Health",
    "police": "Police",
}
GROUPS = {"public_bodies": "Public bodies", "other_partners": "Other partners"}
GROUPS_MEAN = (
    "Public bodies are councils and other public services, education, health and police; the other partners are the private sector, "
    "voluntary and community groups, and faith."
)
