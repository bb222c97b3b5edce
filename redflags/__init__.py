"""The checklist engine: a definition and the clerk's answers give an assessment. Standard library only."""

from redflags.assess import assess
from redflags.assessment import Assessment, Clearing, Reason
from redflags.cases import assess_case, assess_lines
from redflags.catalogue import combine, load_definitions, read_definition_file
from redflags.definition import (
    Definition,
    Guidance,
    LegalNote,
    Mitigator,
    Question,
    ScamType,
    Section,
    TransactionRule,
)
from redflags.errors import CaseError, DefinitionError, FactsError, FactsProblem
from redflags.facts import Context, Facts, Payment, ShipOut, Transaction
from redflags.loading import load_definition
from redflags.parse_facts import parse_facts
from redflags.terms import Answer, Level, Text, Track
from redflags.visibility import shown_answers, visible_questions

__all__ = [
    "Answer",
    "Assessment",
    "CaseError",
    "Clearing",
    "Context",
    "Definition",
    "DefinitionError",
    "Facts",
    "FactsError",
    "FactsProblem",
    "Guidance",
    "LegalNote",
    "Level",
    "Mitigator",
    "Payment",
    "Question",
    "Reason",
    "ScamType",
    "Section",
    "ShipOut",
    "Text",
    "Track",
    "Transaction",
    "TransactionRule",
    "assess",
    "assess_case",
    "assess_lines",
    "combine",
    "load_definition",
    "load_definitions",
    "parse_facts",
    "read_definition_file",
    "shown_answers",
    "visible_questions",
]
