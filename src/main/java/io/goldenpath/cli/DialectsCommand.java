package io.goldenpath.cli;

import io.goldenpath.settings.dialect.BundledDialectFiles;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the dialects that come with the monitor. */
@Command(
    name = "dialects",
    mixinStandardHelpOptions = true,
    description = "Lists the dialects that come with the monitor, and what each speaks to.",
    footer = {"", "'init --dialect NAME' prints a target that speaks it."})
final class DialectsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    BundledDialectFiles.about().forEach((name, about) -> out.printf("%-22s %s%n", name, about));
    return ExitCode.OK;
  }
}
