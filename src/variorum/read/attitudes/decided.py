"""Which nouns name what somebody decides on, so that one may be for or against it."""

from typing import Final

from variorum.read.attitudes.clauses import Clauses
from variorum.read.attitudes.deeds import POLICIES

_ACTS: Final = frozenset(
    "plan proposal decision move ban closure cut tax levy fee fare tariff toll deal merger "
    "takeover sale purchase reform law bill act rule regulation policy scheme project programme "
    "program "
    "budget treaty pact accord agreement amendment referendum pipeline dam mine quarry airport "
    "runway terminal motorway road bypass bridge tunnel wall fence wind-farm windfarm farm reactor "
    "plant incinerator landfill port stadium casino mosque shelter camp estate tower development "
    "expansion extension relocation removal demolition eviction extradition deportation cull hunt "
    "strike boycott embargo sanction blockade mandate curfew lockdown vaccine visa quota cap limit "
    "freeze increase rise hike reduction privatisation privatization nationalisation "
    "nationalization restructuring overhaul change switch delay postponement withdrawal "
    "deployment offensive invasion occupation intervention ceasefire truce amnesty pardon verdict "
    "ruling sentence judgment judgement appointment nomination dismissal suspension resignation "
    "bid offer contract licence license permit patent subsidy grant loan bailout package measure "
    "legislation ordinance charter constitution clause settlement compromise exemption tender "
    "franchise festival parade march rally tournament logo statue monument flag anthem name "
    "curriculum exam test trial vote election summit handover transfer redundancy layoff "
    "shift rota timetable merger split secession independence membership accession exit "
    "idea initiative campaign strategy approach alternative vault dump depot cable pylon mast "
    "turbine mill kiln smelter refinery hatchery tollgate crossing bypass mural museum hotel "
    "resort racecourse arena complex scheme levy duty moratorium".split()
)


def is_decided(clauses: Clauses, head: int) -> bool:
    """Whether a noun or a gerund names what somebody decides to do."""
    low = clauses.low[head]
    if clauses.tags[head] == "VBG":
        return True
    if clauses.tags[head] not in ("NN", "NNS"):
        return False
    forms = {low, low.removesuffix("s"), low.removesuffix("es"), low.replace("ies", "y")}
    return bool(forms & (_ACTS | POLICIES))
