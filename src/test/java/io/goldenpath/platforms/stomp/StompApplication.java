package io.goldenpath.platforms.stomp;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketTransportRegistration;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Form login, CSRF protection up to the CONNECT frame, user destinations, heart-beats. */
@EnableWebMvc
@EnableWebSecurity
@EnableWebSocketMessageBroker
class StompApplication implements WebSocketMessageBrokerConfigurer {

  private static final String CSRF = "csrf";
  private static final long BEAT_MILLIS = 500;

  private final FaultSwitch faults;
  private final ThreadPoolTaskScheduler beats = new ThreadPoolTaskScheduler();

  StompApplication(FaultSwitch faults) {
    this.faults = faults;
  }

  @Bean
  SecurityFilterChain security(HttpSecurity http) {
    return http.authorizeHttpRequests(all -> all.anyRequest().authenticated())
        .csrf(csrf -> csrf.csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
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
        User.withUsername(StompPlatform.USER_A).password("{noop}" + StompPlatform.PASSWORD).build(),
        User.withUsername(StompPlatform.USER_B)
            .password("{noop}" + StompPlatform.PASSWORD)
            .build());
  }

  @Bean
  DispatcherServlet dispatcherServlet() {
    return new DispatcherServlet();
  }

  @Bean
  DispatcherServletRegistrationBean dispatcherRegistration(DispatcherServlet servlet) {
    return new DispatcherServletRegistrationBean(servlet, "/");
  }

  @Bean
  ThreadPoolTaskScheduler beats() {
    return beats;
  }

  @Override
  public void registerStompEndpoints(StompEndpointRegistry registry) {
    registry.addEndpoint("/stomp").setAllowedOrigins("*").addInterceptors(new CsrfTokenKept());
  }

  @Override
  public void configureMessageBroker(MessageBrokerRegistry registry) {
    registry.setApplicationDestinationPrefixes("/app");
    registry.setPreservePublishOrder(true);
    registry
        .enableSimpleBroker("/queue", "/topic")
        .setTaskScheduler(beats)
        .setHeartbeatValue(new long[] {BEAT_MILLIS, BEAT_MILLIS});
  }

  @Override
  public void configureWebSocketTransport(WebSocketTransportRegistration registration) {
    registration.addDecoratorFactory(handler ->
        new WebSocketHandlerDecorator(handler) {

          @Override
          public void afterConnectionEstablished(WebSocketSession session) throws Exception {
            super.afterConnectionEstablished(new FaultySession(session, faults));
          }
        });
  }

  @Override
  public void configureClientInboundChannel(ChannelRegistration registration) {
    registration.interceptors(new Gate(faults));
  }

  /** Lets nobody connect without the token of the session, nor listen to what is secret. */
  private record Gate(FaultSwitch faults) implements ChannelInterceptor {

    @Override
    public Message<?> preSend(Message<?> message, MessageChannel channel) {
      StompHeaderAccessor frame = StompHeaderAccessor.wrap(message);
      if (frame.getCommand() == StompCommand.CONNECT && !holdsToken(frame)) {
        throw new IllegalStateException("invalid CSRF token");
      }
      if ((frame.getCommand() == StompCommand.SEND && faults.is(StompFault.DENIED))
          || "/topic/secret".equals(frame.getDestination())) {
        throw new IllegalStateException("access denied");
      }
      return message;
    }

    private static boolean holdsToken(StompHeaderAccessor connect) {
      Map<String, Object> session = connect.getSessionAttributes();
      String token = connect.getFirstNativeHeader("X-CSRF-TOKEN");
      return token != null && session != null && token.equals(session.get(CSRF));
    }
  }

  /** Remembers the token of the HTTP session for the CONNECT frame. */
  private static final class CsrfTokenKept implements HandshakeInterceptor {

    @Override
    public boolean beforeHandshake(
        ServerHttpRequest request,
        ServerHttpResponse response,
        WebSocketHandler handler,
        Map<String, Object> attributes) {
      HttpServletRequest upgrade = ((ServletServerHttpRequest) request).getServletRequest();
      CsrfToken token = (CsrfToken) upgrade.getAttribute(CsrfToken.class.getName());
      attributes.put(CSRF, token.getToken());
      return true;
    }

    @Override
    public void afterHandshake(
        ServerHttpRequest request,
        ServerHttpResponse response,
        WebSocketHandler handler,
        @Nullable Exception failure) {}
  }
}
