package io.goldenpath.web.access.oidc;

import java.time.Duration;
import java.util.List;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Calls to the provider, each of which has a deadline. */
final class ProviderCalls {

  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private ProviderCalls() {}

  static RestTemplate template() {
    return new RestTemplate(connections());
  }

  static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
    RestClientAuthorizationCodeTokenResponseClient client =
        new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(
        RestClient.builder()
            .requestFactory(connections())
            .configureMessageConverters(converters ->
                converters.configureMessageConvertersList(all -> {
                  all.clear();
                  all.addAll(
                      List.of(
                          new FormHttpMessageConverter(),
                          new OAuth2AccessTokenResponseHttpMessageConverter()));
                }))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return client;
  }

  private static ClientHttpRequestFactory connections() {
    SimpleClientHttpRequestFactory connections = new SimpleClientHttpRequestFactory();
    connections.setConnectTimeout(DEADLINE);
    connections.setReadTimeout(DEADLINE);
    return connections;
  }
}
