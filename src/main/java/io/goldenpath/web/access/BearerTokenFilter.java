package io.goldenpath.web.access;

import io.goldenpath.web.access.AccessRoles.TokenHolder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows who sends the token; one that is wrong counts as none. */
final class BearerTokenFilter extends OncePerRequestFilter {

  private final BearerToken token;

  BearerTokenFilter(BearerToken token) {
    this.token = token;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (token.isIn(request)) {
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(
          new PreAuthenticatedAuthenticationToken(new TokenHolder(), "", List.of()));
      SecurityContextHolder.setContext(context);
    }
    chain.doFilter(request, response);
  }
}
