package io.sluice.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
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

  private final Supplier<CommandLine> commands;
  private final Terminal terminal;

  CompletionCommand(Supplier<CommandLine> commands, Terminal terminal) {
    this.commands = commands;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.out().print(AutoComplete.bash("sluice", commands.get()));
    return CommandFailure.DONE;
  }
}
