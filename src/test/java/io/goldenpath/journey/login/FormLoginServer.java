package io.goldenpath.journey.login;

import java.net.InetAddress;
import java.security.Principal;
import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** A Spring application as its makers ship it: form login, CSRF protection, a session cookie. */
final class FormLoginServer implements AutoCloseable {

  static final String PASSWORD = "an0ther p&ssword=";

  private final AnnotationConfigServletWebServerApplicationContext context =
      new AnnotationConfigServletWebServerApplicationContext();

  FormLoginServer() {
    context.registerBean(TomcatServletWebServerFactory.class, FormLoginServer::loopback);
    context.register(Application.class);
    context.refresh();
  }

  int port() {
    WebServer server = context.getWebServer();
    if (server == null) {
      throw new IllegalStateException("a server context without a server");
    }
    return server.getPort();
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

  @EnableWebMvc
  @EnableWebSecurity
  @EnableWebSocket
  static class Application {

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
      return http.authorizeHttpRequests(all -> all.anyRequest().authenticated())
          .formLogin(Customizer.withDefaults())
          .build();
    }

    @Bean
    DelegatingFilterProxyRegistrationBean securityFilter() {
      return new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
    }

    @Bean
    InMemoryUserDetailsManager users() {
      return new InMemoryUserDetailsManager(
          User.withUsername("probe-a@example.com").password("{noop}" + PASSWORD).build());
    }

    @Bean
    WebSocketConfigurer sockets() {
      return registry -> registry.addHandler(new Greeter(), "/ws").setAllowedOrigins("*");
    }

    @Bean
    DispatcherServlet dispatcherServlet() {
      return new DispatcherServlet();
    }

    @Bean
    DispatcherServletRegistrationBean dispatcherRegistration(DispatcherServlet servlet) {
      return new DispatcherServletRegistrationBean(servlet, "/");
    }
  }

  /** Welcomes whoever has logged in, by the name of their session, and answers. */
  private static final class Greeter extends TextWebSocketHandler {

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws Exception {
      Principal user = session.getPrincipal();
      String name = user == null ? "nobody" : user.getName();
      say(session, "{\"type\":\"connection_established\",\"user\":\"" + name + "\"}");
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message)
        throws Exception {
      for (String frame : FakeAgent.frames(message.getPayload())) {
        say(session, frame);
      }
    }

    private static void say(WebSocketSession session, String text) throws Exception {
      session.sendMessage(new TextMessage(text));
    }
  }
}
