"""Editors, with the lines that our page gives for them: a hover is asked and answered."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.patience import PATIENCE

PAGE = Path(__file__).parents[2] / "docs" / "cexplain" / "editors.md"
ASKING = """
local function ask()
  local ready = function() return #vim.tbl_keys(vim.lsp.buf_get_clients(0)) > 0 end
  assert(vim.wait(PATIENCE, ready), "no server was started")
  vim.api.nvim_win_set_cursor(0, { 2, 21 })
  local place = vim.lsp.util.make_position_params()
  local found = vim.lsp.buf_request_sync(0, "textDocument/hover", place, PATIENCE)
  for _, answer in pairs(found) do print(answer.result.contents.value) end
end
local right, why = pcall(ask)
print(right and "" or why)
vim.cmd("quitall!")
"""


@pytest.mark.skipif(not shutil.which("nvim"), reason="Neovim is one of Debian's packages")
def test_neovim_shows_a_reading(tmp_path: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    (lines,) = re.findall(r"```lua\n(vim\.api.*?)```", page, re.DOTALL)
    asking = ASKING.replace("PATIENCE", str(PATIENCE * 1000 // 2))
    (tmp_path / "init.lua").write_text(lines, encoding="utf-8")
    (tmp_path / "ask.lua").write_text(asking, encoding="utf-8")
    (tmp_path / "a.c").write_text("char *(*fp)(int);\nint f(void) { return fp != 0; }\n", "utf-8")
    found = Path(sys.executable).parent
    environment = {**os.environ, "HOME": str(tmp_path), "PATH": f"{found}:{os.environ['PATH']}"}
    command = ["nvim", "--headless", "-n", "-u", "init.lua", "a.c", "-c", "luafile ask.lua"]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
        timeout=PATIENCE,
    )  # fmt: skip
    said = done.stdout + done.stderr
    assert "fp is a pointer to a function taking an int and returning a pointer to char" in said
    assert done.returncode == 0
