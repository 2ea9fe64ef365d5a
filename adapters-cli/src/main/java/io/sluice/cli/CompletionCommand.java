package io.sluice.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
    name = "completion",
    description = "Prints a script that completes commands and options in bash and zsh.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(sluice completion)            for this shell",
      "  sluice completion > sluice-completion  to be sourced by ~/.bashrc or ~/.zshrc"
    })
final class CompletionCommand implements Callable<Integer> {

  private final CommandLine root;
  private final Terminal terminal;

  CompletionCommand(CommandLine root, Terminal terminal) {
    this.root = root;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.out().print(AutoComplete.bash("sluice", root));
    return CommandFailure.DONE;
  }
}
