package io.goldenpath.demo.platform;

import io.goldenpath.demo.script.DemoAccounts;
import io.goldenpath.demo.script.DemoActivity;
import io.goldenpath.demo.script.DemoState;
import java.net.InetAddress;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.web.servlet.config.annotation.DelegatingWebMvcConfiguration;

/** The demo platform as a server of its own, on the loopback interface. */
public final class DemoPlatform implements AutoCloseable {

  /** A thousand users come at once; whom the kernel turns away comes back only a second later. */
  private static final int BACKLOG = 1024;

  private final AnnotationConfigServletWebServerApplicationContext context;

  private DemoPlatform(AnnotationConfigServletWebServerApplicationContext context) {
    this.context = context;
  }

  /** Port 0 takes a free one. */
  public static DemoPlatform start(int port) {
    return start(port, DemoSetup.usual());
  }

  public static DemoPlatform start(int wanted, DemoSetup setup) {
    AnnotationConfigServletWebServerApplicationContext context =
        new AnnotationConfigServletWebServerApplicationContext();
    context.registerBean(DemoSetup.class, () -> setup);
    context.registerBean(TomcatServletWebServerFactory.class, () -> loopback(wanted));
    context.register(
        DemoConfiguration.class,
        DelegatingWebMvcConfiguration.class,
        DispatcherServletAutoConfiguration.class);
    context.refresh();
    return new DemoPlatform(context);
  }

  public int port() {
    return Objects.requireNonNull(context.getWebServer()).getPort();
  }

  public DemoAccounts accounts() {
    return context.getBean(DemoAccounts.class);
  }

  public DemoFaults faults() {
    return context.getBean(DemoFaults.class);
  }

  public void listen(Consumer<DemoActivity> listener) {
    context.getBean(DemoState.class).listeners().add(listener);
  }

  @Override
  public void close() {
    context.close();
  }

  private static TomcatServletWebServerFactory loopback(int port) {
    TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(port);
    factory.setAddress(InetAddress.ofLiteral("127.0.0.1"));
    factory.addContextCustomizers(
        tomcat -> tomcat.addServletContainerInitializer(new WsSci(), null));
    factory.addConnectorCustomizers(
        connector -> connector.setProperty("acceptCount", String.valueOf(BACKLOG)));
    return factory;
  }
}
