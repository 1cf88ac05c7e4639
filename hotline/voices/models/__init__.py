from .liaison import LiaisonOfficer
from .plans import ContingencyPlan, PlanDrill
from .reports import AnalysisReport

__all__ = ["AnalysisReport", "ContingencyPlan", "LiaisonOfficer", "PlanDrill"]
