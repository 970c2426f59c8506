-- Drives Neovim, from 0.7 on, as a user would: waits for the findings, points at the first, takes the first code action, saves.
-- What was seen is written as JSON to the file that SCALELINT_REPORT names; what is missing there was waited for in vain.
local report = {}

local function waited(what, condition)
  if not vim.wait(30000, condition, 20) then error(what .. ' did not happen') end
end

local function drive()
  local buffer = vim.api.nvim_get_current_buf()
  local config = { name = 'scalelint', cmd = { vim.env.SCALELINT_NODE, vim.env.SCALELINT_CLI, 'lsp', '--stdio' }, root_dir = vim.fn.getcwd() }
  local id
  if vim.lsp.start then
    id = vim.lsp.start(config)
  else
    id = vim.lsp.start_client(config)
    vim.lsp.buf_attach_client(buffer, id)
  end
  local function findings()
    return vim.tbl_filter(function(one) return one.severity == vim.diagnostic.severity.WARN end, vim.diagnostic.get(buffer))
  end

  waited('a finding', function() return #findings() > 0 end)
  report.findings = vim.tbl_map(function(one)
    local code = one.code or one.user_data.lsp.code
    return { line = one.lnum + 1, column = one.col + 1, message = one.message, source = one.source, code = code }
  end, findings())

  local first = findings()[1]
  vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
  local encoding = vim.lsp.get_client_by_id(id).offset_encoding
  local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/hover', vim.lsp.util.make_position_params(0, encoding), 30000)
  for _, answer in pairs(answers or {}) do
    report.hover = answer.result and answer.result.contents.value
  end

  vim.ui.select = function(items, options, choose)
    report.actions = vim.tbl_map(options.format_item, items)
    choose(items[1], 1)
  end
  vim.lsp.buf.code_action()
  waited('the end of the finding', function() return report.actions ~= nil and #findings() == 0 end)
  vim.cmd('silent write')

  vim.lsp.stop_client(id)
  waited('the end of the server', function() return vim.lsp.get_client_by_id(id) == nil end)
end

local is_done, failure = pcall(drive)
if not is_done then report.failure = tostring(failure) end
vim.fn.writefile({ vim.fn.json_encode(report) }, vim.env.SCALELINT_REPORT)
vim.cmd('qa!')
