package io.goldenpath;

import io.goldenpath.cli.RunningDemo;
import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.user.DemoAccount;
import io.goldenpath.model.target.Secret;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The demo platform alone in this process, until a signal ends it. */
record StandaloneDemo(DemoPlatform platform) implements RunningDemo {

  static StandaloneDemo open(int port) {
    SettingsContext.open(List.of()).close();
    StandaloneDemo demo = new StandaloneDemo(DemoPlatform.start(port));
    Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "demo-stop"));
    return demo;
  }

  @Override
  public int port() {
    return platform.port();
  }

  @Override
  public Account account() {
    DemoAccount first = platform.accounts().number(1);
    return new Account(first.email(), Secret.of(first.password()));
  }

  /** Nothing ever counts down: the signal that ends the process ends this too. */
  @Override
  public void awaitStop() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  @Override
  public void close() {
    platform.close();
  }
}
