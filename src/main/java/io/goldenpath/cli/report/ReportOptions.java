package io.goldenpath.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that say what is told of the runs, and where. */
public final class ReportOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(names = "--strict", description = "A degraded run is not good enough.")
  private boolean strict;

  @Option(names = "--json", description = "Print the runs as JSON instead of drawing them.")
  private boolean json;

  @Option(
      names = "--explain",
      description = "Also print each frame, and which rule of the dialect took it.")
  private boolean explain;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Also write the runs as JUnit XML, for Jenkins, GitLab and others.")
  private @Nullable Path junit;

  public boolean strict() {
    return strict;
  }

  public boolean json() {
    return json;
  }

  public boolean explain() {
    return explain;
  }

  @Nullable Path junit() {
    return junit;
  }

  /** Before anything runs, so that an unwritable file fails early. */
  public void prepare() {
    if (explain && json) {
      throw usageError("--explain draws on the terminal, which --json replaces; leave out one");
    }
    if (junit == null) {
      return;
    }
    try {
      Path folder = junit.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException impossible) {
      throw usageError("--junit: the folder of " + junit + " cannot be made (" + impossible + ")");
    }
    if (Files.isDirectory(junit) || (Files.exists(junit) && !Files.isWritable(junit))) {
      throw usageError("--junit: " + junit + " cannot be written; expected the name of a file");
    }
  }

  private ParameterException usageError(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
