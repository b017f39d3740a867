package io.goldenpath.demo;

import java.net.InetAddress;
import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** The demo platform as a server of its own, on the loopback interface. */
public final class DemoPlatform implements AutoCloseable {

  /** A thousand users come at once; whom the kernel turns away comes back only a second later. */
  private static final int BACKLOG = 1024;

  private final AnnotationConfigServletWebServerApplicationContext context;

  private final int port;

  private DemoPlatform(AnnotationConfigServletWebServerApplicationContext context, int port) {
    this.context = context;
    this.port = port;
  }

  /** Starts it on this port, or on a free one for 0. */
  public static DemoPlatform start(int port) {
    return start(port, DemoSetup.usual());
  }

  /** Starts it in this size. */
  public static DemoPlatform start(int wanted, DemoSetup setup) {
    AnnotationConfigServletWebServerApplicationContext context =
        new AnnotationConfigServletWebServerApplicationContext();
    context.registerBean(DemoSetup.class, () -> setup);
    context.registerBean(TomcatServletWebServerFactory.class, () -> loopback(wanted));
    context.register(DemoConfiguration.class, Dispatching.class);
    context.refresh();
    WebServer server = context.getWebServer();
    if (server == null) {
      throw new IllegalStateException("a server context without a server");
    }
    return new DemoPlatform(context, server.getPort());
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** Who may log in. */
  public DemoAccounts accounts() {
    return context.getBean(DemoAccounts.class);
  }

  /** What it gets wrong. */
  public DemoFaults faults() {
    return context.getBean(DemoFaults.class);
  }

  /** What its operator sees. */
  public DemoLog log() {
    return context.getBean(DemoLog.class);
  }

  @Override
  public void close() {
    context.close();
  }

  private static TomcatServletWebServerFactory loopback(int port) {
    TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(port);
    factory.setAddress(InetAddress.getLoopbackAddress());
    factory.addContextCustomizers(
        tomcat -> tomcat.addServletContainerInitializer(new WsSci(), null));
    factory.addConnectorCustomizers(
        connector -> connector.setProperty("acceptCount", String.valueOf(BACKLOG)));
    return factory;
  }

  /** As much of Spring MVC as it takes. */
  @EnableWebMvc
  static class Dispatching {

    @Bean
    DispatcherServlet dispatcherServlet() {
      return new DispatcherServlet();
    }

    @Bean
    DispatcherServletRegistrationBean dispatcherRegistration(DispatcherServlet servlet) {
      DispatcherServletRegistrationBean registration =
          new DispatcherServletRegistrationBean(servlet, "/");
      registration.setAsyncSupported(true);
      return registration;
    }
  }
}
