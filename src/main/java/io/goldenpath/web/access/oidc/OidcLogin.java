package io.goldenpath.web.access.oidc;

import io.goldenpath.settings.service.OidcClient;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserSource;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** The log-in at the provider: nothing of it is kept but who came, for as long as the session. */
public record OidcLogin(OidcClient client, InstantSource clock) {

  /** Of what people are called by, the first that the provider tells. */
  private static final List<String> NAMES = List.of("preferred_username", "email");

  public void configure(
      OAuth2LoginConfigurer<HttpSecurity> login, AuthenticationFailureHandler failed) {
    login
        .failureHandler(failed)
        .withObjectPostProcessor(
            new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
              @Override
              public <T extends OAuth2AuthorizationRequestRedirectFilter> T postProcess(T begin) {
                begin.setAuthenticationFailureHandler(failed);
                return begin;
              }
            });
    login
        .clientRegistrationRepository(new OidcProvider(client, clock))
        .authorizedClientRepository(new NoClients())
        .authorizationEndpoint(
            begin -> begin.authorizationRequestRepository(new PendingLogins(clock)))
        .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(ProviderCalls.tokens()))
        .userInfoEndpoint(people -> people.oidcUserService(people()));
  }

  /** Checks signature, issuer, audience, lifetime and nonce of an ID token. */
  public static JwtDecoder decoder(ClientRegistration provider) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(String.valueOf(provider.getProviderDetails().getJwkSetUri()))
            .jwsAlgorithms(known -> known.addAll(Arrays.asList(SignatureAlgorithm.values())))
            .restOperations(ProviderCalls.template())
            .build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefault(), new OidcIdTokenValidator(provider)));
    decoder.setClaimSetConverter(
        new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    return decoder;
  }

  private static OidcUserService people() {
    DefaultOAuth2UserService info = new DefaultOAuth2UserService();
    info.setRestOperations(ProviderCalls.template());
    OidcUserService people = new OidcUserService();
    people.setOauth2UserService(info);
    people.setOidcUserConverter(OidcLogin::person);
    return people;
  }

  private static OidcUser person(OidcUserSource source) {
    OidcUser told =
        new DefaultOidcUser(
            List.of(), source.getUserRequest().getIdToken(), source.getUserInfo(), "sub");
    Map<String, Object> claims = told.getClaims();
    String name = NAMES.stream().filter(claims::containsKey).findFirst().orElse("sub");
    return new DefaultOidcUser(
        List.of(), source.getUserRequest().getIdToken(), source.getUserInfo(), name);
  }

  /** Keeps no access token: nothing is asked of the provider after the log-in. */
  private record NoClients() implements OAuth2AuthorizedClientRepository {

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // theirs
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String id, Authentication person, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication person,
        HttpServletRequest request,
        HttpServletResponse response) {}

    @Override
    public void removeAuthorizedClient(
        String id,
        Authentication person,
        HttpServletRequest request,
        HttpServletResponse response) {}
  }
}
