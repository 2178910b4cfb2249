"""Indicator Basket: what the partnership promised, what happened, and how sure we are.

Figures arrive in submissions; a submission is kept for ever; everything else is derived:

    file -> submissions (read, check) -> store.ledger (kept) -> store.projection (DuckDB)
         -> analysis (pure judgements) -> wording, charts -> pages, command line, open data

Rooms, each importing only from those above it:

    model, periods        the words and the calendar
    datasets              every dataset declared once, as a Table Schema
    analysis              every judgement, pure
    prevention            how much of public spending is preventative, and what moved it; pure
    wording               every sentence that a person reads
    charts                rows and results -> a Plotly figure as a plain dict
    store                 ledger, projection, queries
    submissions           bytes -> rows -> findings -> ledger entry
    assessments           the analysis of every indicator for one version of the ledger
    reports               CSV and the open data package
    server, ui            routes and middleware; the only place that imports streamlit
"""
