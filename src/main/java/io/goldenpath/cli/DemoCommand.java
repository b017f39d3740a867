package io.goldenpath.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the demo platform alone, to try another monitor or a client of one's own against it. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Runs the demo platform alone, on the loopback interface, until stopped.")
final class DemoCommand implements Callable<Integer> {

  private final IntFunction<RunningDemo> demos;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Where it listens, 0 for any free port; default ${DEFAULT-VALUE}.")
  private int port;

  DemoCommand(IntFunction<RunningDemo> demos) {
    this.demos = demos;
  }

  @Override
  public Integer call() throws InterruptedException {
    RunningDemo demo = demos.apply(port);
    PrintWriter out = spec.commandLine().getOut();
    String host = "://127.0.0.1:" + demo.port();
    out.println("The demo platform runs until you stop it.");
    out.println();
    out.println("  login   POST http" + host + "/demo/auth/login");
    out.println("  socket       ws" + host + "/demo/ws");
    out.println("  guests       ws" + host + "/demo/guest/ws");
    out.println("  faults  POST http" + host + "/demo/faults");
    out.println();
    out.println("  e-mail   " + demo.email());
    out.println("  password " + demo.password().reveal() + "  (made for this start)");
    out.flush();
    demo.stopped().await();
    return ExitCode.OK;
  }
}
