import pytest

from variorum.ingest import tables
from variorum.ingest.outlets import host_of
from variorum.ingest.tables import agency_names, outlet_names
from variorum.record.errors import VariorumError


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("AP", "AP"),
        ("The Associated Press", "AP"),
        ("Agence France-Presse", "AFP"),
        ("ITAR-TASS", "TASS"),
        ("Xinhua News Agency", "Xinhua"),
        ("reuters.com", "Reuters"),
    ],
)
def test_an_agency_is_known_under_all_its_names(alias: str, name: str) -> None:
    assert agency_names()[alias] == name


def test_the_name_that_we_print_is_a_name_of_the_agency() -> None:
    assert all(agency_names()[name] == name for name in agency_names().values())
    assert all(alias.strip() == alias != "" for alias in agency_names())


def test_every_host_in_the_table_is_one_that_an_address_gives() -> None:
    assert outlet_names()
    assert all(host_of(f"https://www.{host}/talks") == host for host in outlet_names())
    assert all(name.strip() == name != "" for name in outlet_names().values())


def test_a_damaged_table_says_where(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setattr(tables, "files", lambda _: tmp_path)
    (tmp_path / "data").mkdir()  # type: ignore[operator]
    (tmp_path / "data" / "outlets.tsv").write_text("# hosts\n\nalder.example Alder\n")  # type: ignore[operator]
    with pytest.raises(VariorumError, match=r"outlets\.tsv:3"):
        outlet_names.__wrapped__()
