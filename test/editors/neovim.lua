-- nvim --headless --clean -c 'luafile test/editors/neovim.lua', with DRAFT and SERVER in the environment: prints what
-- Neovim shows of the draft as one line of JSON, applies the first quick fix, and prints what is left.
-- vim.lsp.start_client is there from 0.7 on; `docs/editors.md` shows the shorter vim.lsp.start of 0.8 and later.
local function shown(buffer)
  local found = {}
  for _, d in ipairs(vim.diagnostic.get(buffer)) do
    local line = vim.api.nvim_buf_get_lines(buffer, d.lnum, d.lnum + 1, false)[1]
    table.insert(found, {
      rule = d.code or d.user_data.lsp.code,
      message = d.message,
      line = d.lnum + 1,
      words = d.lnum == d.end_lnum and line:sub(d.col + 1, d.end_col) or nil,
    })
  end
  return found
end

local function main()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.DRAFT))
  local buffer = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start_client({
    name = 'policy-linter',
    cmd = { vim.env.NODE, vim.env.SERVER, '--stdio' },
    root_dir = vim.fn.fnamemodify(vim.env.DRAFT, ':h'),
  })
  assert(id, 'no client')
  vim.lsp.buf_attach_client(buffer, id)
  assert(vim.wait(15000, function() return #vim.diagnostic.get(buffer) > 0 end, 20), 'no diagnostics')
  io.stdout:write(vim.json.encode({ before = shown(buffer) }) .. '\n')

  local count = #vim.diagnostic.get(buffer)
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    local range = {
      start = { line = diagnostic.lnum, character = diagnostic.col },
      ['end'] = { line = diagnostic.end_lnum, character = diagnostic.end_col },
    }
    local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', {
      textDocument = vim.lsp.util.make_text_document_params(buffer),
      range = range,
      context = { diagnostics = { { range = range, message = diagnostic.message, source = 'policy-linter' } } },
    }, 10000)
    for _, action in ipairs(answers[id].result or {}) do
      if action.title == vim.env.FIX then
        vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(id).offset_encoding)
        assert(vim.wait(15000, function() return #vim.diagnostic.get(buffer) < count end, 20), 'not checked again')
        io.stdout:write(vim.json.encode({ after = shown(buffer) }) .. '\n')
        return
      end
    end
  end
  error('no quick fix: ' .. vim.env.FIX)
end

local ok, problem = xpcall(main, debug.traceback)
if not ok then io.stderr:write(problem .. '\n') end
vim.cmd(ok and 'qa!' or 'cq!')
