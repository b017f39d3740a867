package io.goldenpath;

import io.goldenpath.cli.RunningDemo;
import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.model.target.Secret;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The demo platform alone in this process, until a signal ends it. */
final class StandaloneDemo {

  private StandaloneDemo() {}

  /** Nothing ever counts down: the signal that ends the process ends this too. */
  static RunningDemo open(int port) {
    SettingsEnvironment.read(List.of());
    DemoPlatform platform = DemoPlatform.start(port);
    Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "demo-stop"));
    DemoAccount first = platform.accounts().number(1);
    return new RunningDemo(
        platform.port(), first.email(), Secret.of(first.password()), new CountDownLatch(1));
  }
}
