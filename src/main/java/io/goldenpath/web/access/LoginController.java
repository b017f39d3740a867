package io.goldenpath.web.access;

import io.goldenpath.settings.load.CurrentSettings;
import io.goldenpath.settings.service.AccessSettings;
import io.goldenpath.web.access.oidc.PendingLogins;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** The login page. */
@Controller
@Conditional(AccessRestricted.class)
record LoginController(CurrentSettings settings) {

  static final String PATH = "/login";
  static final String NEXT = PendingLogins.NEXT;
  static final String FAILURE = LoginController.class.getName() + ".failure";

  /** Also shown in reply to a form that was wrong. */
  @RequestMapping(
      path = PATH,
      method = {RequestMethod.GET, RequestMethod.POST})
  ModelAndView page(HttpServletRequest request) {
    AccessSettings access = settings.settings().access();
    String next = LocalAddress.of(request.getContextPath(), request.getParameter(NEXT)).path();
    return new ModelAndView("login")
        .addObject("failure", request.getAttribute(FAILURE))
        .addObject(NEXT, next)
        .addObject("passwords", !access.users().isEmpty())
        .addObject(
            "provider",
            access.oidc() == null
                ? null
                : "/oauth2/authorization/oidc?next="
                    + UriUtils.encode(next, StandardCharsets.UTF_8));
  }
}
