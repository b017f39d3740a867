package io.goldenpath.platforms.stomp;

import java.net.InetAddress;
import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

/** A chat platform with Spring's STOMP broker, on a free port. */
final class StompPlatform implements AutoCloseable {

  static final String PROFILE = "stomp-platform";
  static final String USER_A = "probe-a@example.com";
  static final String USER_B = "probe-b@example.com";
  static final String PASSWORD = "an0ther p&ssword=";

  private final FaultSwitch faults = new FaultSwitch();
  private final AnnotationConfigServletWebServerApplicationContext context =
      new AnnotationConfigServletWebServerApplicationContext();

  StompPlatform() {
    context.getEnvironment().setActiveProfiles(PROFILE);
    context.registerBean(FaultSwitch.class, () -> faults);
    context.registerBean(TomcatServletWebServerFactory.class, StompPlatform::loopback);
    context.register(StompApplication.class, StompAgent.class);
    context.refresh();
  }

  StompPlatform with(StompFault fault) {
    faults.set(fault);
    return this;
  }

  int port() {
    WebServer server = context.getWebServer();
    if (server == null) {
      throw new IllegalStateException("a server context without a server");
    }
    return server.getPort();
  }

  static String other(String user) {
    return user.equals(USER_A) ? USER_B : USER_A;
  }

  @Override
  public void close() {
    context.close();
  }

  private static TomcatServletWebServerFactory loopback() {
    TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
    factory.setAddress(InetAddress.getLoopbackAddress());
    factory.addContextCustomizers(
        tomcat -> tomcat.addServletContainerInitializer(new WsSci(), null));
    return factory;
  }
}
