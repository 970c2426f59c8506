/** What the client can do, asked once: the rest of the server reads answers instead of digging in capabilities. */
import { type InitializeParams, ResourceOperationKind } from 'vscode-languageserver/node';
import { chooseEncoding, type Encoding } from './positions.ts';
import { explainCommand, type InitializationOptions } from './protocol.ts';

export interface ClientFeatures {
  readonly encoding: Encoding;
  /** It asks for diagnostics and can be told to ask again. Without the second it would miss what is confirmed later, so it gets them pushed. */
  readonly pullsDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly markdownHover: boolean;
  readonly resolvesEdits: boolean;
  readonly literalActions: boolean;
  readonly documentChanges: boolean;
  readonly changeAnnotations: boolean;
  readonly createsFiles: boolean;
  readonly snippetEdits: boolean;
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  readonly watchRegistration: boolean;
  readonly folders: boolean;
  readonly refreshesInlayHints: boolean;
  readonly progress: boolean;
  readonly explains: boolean;
  readonly wantsStatus: boolean;
}

export function featuresOf({ capabilities, initializationOptions }: InitializeParams): ClientFeatures {
  const { textDocument, workspace, general, window } = capabilities;
  const options = optionsOf(initializationOptions);
  const edits = workspace?.workspaceEdit;
  const diagnostics = [textDocument?.diagnostic, textDocument?.publishDiagnostics];
  return {
    encoding: chooseEncoding(general?.positionEncodings),
    pullsDiagnostics: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: diagnostics.some((one) => one?.relatedInformation === true),
    codeDescription: diagnostics.some((one) => one?.codeDescriptionSupport === true),
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    resolvesEdits: textDocument?.codeAction?.dataSupport === true && textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    literalActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    documentChanges: edits?.documentChanges === true,
    changeAnnotations: edits?.documentChanges === true && edits.changeAnnotationSupport !== undefined,
    createsFiles: edits?.documentChanges === true && edits.resourceOperations?.includes(ResourceOperationKind.Create) === true,
    snippetEdits: edits?.documentChanges === true && edits.snippetEditSupport === true,
    configuration: workspace?.configuration === true,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchRegistration: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    progress: window?.workDoneProgress === true,
    explains: options.commands?.includes(explainCommand) === true,
    // Others would log an unknown notification after each check.
    wantsStatus: options.status === true || options.commands !== undefined,
  };
}

/** Anything may stand there: what is not understood is left out. */
export function optionsOf(value: unknown): InitializationOptions {
  if (typeof value !== 'object' || value === null) return {};
  const { commands, status, settings } = value as Record<string, unknown>;
  return {
    ...(Array.isArray(commands) ? { commands: commands.filter((one) => typeof one === 'string') } : {}),
    ...(typeof status === 'boolean' ? { status } : {}),
    ...(settings === undefined ? {} : { settings }),
  };
}
