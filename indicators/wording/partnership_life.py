"""The words of the page Partnership life: Board seats, secondments, case studies, publicity."""

from __future__ import annotations

TITLE = "Partnership life"
PARTS = {
    "seats": "Board seats",
    "secondments": "Secondments",
    "cases": "Case studies",
    "publicity": "Publicity",
    "edit": "Edit",
}
DATASET = "Which register"
BOARD = "Board"
ALL_BOARDS = "All boards"
ONLY_NOW = "The registers can be edited as they stand now. Choose “Now (latest)” as the moment."
NOTHING_THEN = "Nothing was recorded here at this moment."
NOT_STATED = "not recorded"

SEATS_LEAD = (
    "Recommendation R4 of 2007 asked for a private sector voice on the Board. With the seats and who held them when, this part shows "
    "which seats are vacant, for how long, and who may fill them."
)
SECONDMENTS_LEAD = (
    "Recommendation R8 of 2007 asked for more exchange of staff. With the posts that partners lend one another, this part shows how "
    "much working time that is, whether it crosses sectors, and what was learnt. Posts only, never names."
)
CASES_LEAD = (
    "Recommendation R9 of 2007 asked for a story that shows residents what the partnership does for them. A story may be public only "
    "with the consent of those whom it tells of, with a licence, and with its quotations cleared."
)
PUBLICITY_LEAD = (
    "Recommendation R10 of 2007 asked for new ways to make the partnership known. This part keeps how many were reached apart from "
    "what people knew before and after: reach is what was put out, awareness what was taken in."
)

STATES = {"vacant": "vacant", "filled": "filled", "to_come": "to come", "abolished": "abolished"}
SHAPES = {"vacant": "○", "filled": "●", "to_come": "▷", "abolished": "×"}
VACANT = "Vacant"
SEAT_UNIT = "seats"
SEAT_COLUMNS = ("Seat", "Sector", "State", "Who may fill it", "Holder", "Meetings attended")
SECTOR_COLUMNS = ("Sector", "Seats", "Filled", "Vacant", "Longest vacancy", "Meetings attended")
SEATS_CAPTION = "Seats, the longest vacancy first"
SECTORS_CAPTION = "Seats by sector"
YEARS_CAPTION = "Seats over the years"
DAY = "Day"
BY_SECTOR = "Seats by sector"
THE_SEATS = "The seats"
SEATS_WORD = "seats"

SECONDMENT_STATES = {"running": "● running", "to_come": "▷ to come", "ended": "■ ended"}
COST_BEARERS = {"home": "the lender", "host": "the borrower", "shared": "both"}
SECONDMENT_COLUMNS = ("Post", "From", "To", "When", "Full-time months so far", "Who pays", "What was learnt")
SECONDMENTS_CAPTION = "Secondments, those that run first"
SECONDMENTS_WORD = "secondments"
MONTHS_NOTE = (
    "Full-time months: days lent so far, times the part of a full-time post, in months of 365.25 / 12 days."
)

CASE_COLUMNS = ("Case study", "May it be public?", "Published", "Evidence")
CASES_CAPTION = "Case studies"
CASES_WORD = "case studies"
MAY = "● may be public"
MAY_NOT = "○ may not be public"
MUST_NOT = "■ is public and must not be"
GRADES = {
    "E5": "E5, the surest",
    "E4": "E4",
    "E3": "E3",
    "E2": "E2",
    "E1": "E1",
    "E0": "E0, none",
    "EX": "EX, found not effective",
}
ALL_CASES = "All case studies"
NO_SUCH_CASE = "There is no case study “{given}” at this moment."
HELD_BACK = "Its text is not shown here, because it may not be public: {lacking}."
NOT_WRITTEN = "Its text has not been written yet."
PROBLEM = "What was wrong"
DID = "What partners did"
MEANS = "What it means for residents"
OUTCOME = "What came of it"
COST = "Cost"
LICENCE = "Licence"
MEDIA = "Pictures, film, full text"
CONSENT_UNTIL = "Consent until"
INDICATOR = "The indicator that it bears on"

CHANNELS = {
    "press": "press",
    "broadcast": "radio and television",
    "website": "website",
    "social_media": "social media",
    "newsletter": "newsletter",
    "event": "event",
    "display": "posters and displays",
    "other": "other",
}
PUBLICITY_COLUMNS = ("Activity", "Channel", "When", "Reach", "Answered", "Had heard of it", "Change", "Cost")
PUBLICITY_CAPTION = "Activities, the latest first"
ACTIVITIES_WORD = "activities"
REACH_UNIT = "people, copies or visits"
AWARE_UNIT = "% of those asked who had heard of the partnership"
BEFORE, AFTER = "before", "after"
FEW = "fewer than 8"
ROUNDED = (
    "Numbers of people are given to the nearest 5, and below 8 not at all. Reach is not added up over activities, since nobody knows "
    "how many were reached twice; what one of them is differs from channel to channel."
)
AWARENESS_NOTE = (
    "The change is in percentage points with its 95 per cent interval, supposing that other people were asked each time. A change after "
    "an activity is not shown to come from it."
)
ASKED_OF = "Recommendation {code}, {title}: {summary}. Evidence of its follow-up: {evidence}"
NONE_FOUND = "none found."
