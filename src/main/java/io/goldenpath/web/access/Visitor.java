package io.goldenpath.web.access;

import io.goldenpath.settings.keys.access.AccessRole;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Who looks at a page.
 *
 * @param operator Whether they may act.
 */
record Visitor(String name, boolean operator) {

  /** Tells pages. */
  @ControllerAdvice(annotations = Controller.class)
  @Conditional(AccessRestricted.class)
  record Source(AccessRoles roles) {

    /** Null for strangers. */
    @ModelAttribute("visitor")
    @Nullable Visitor visitor() {
      Optional<AccessRole> role = roles.current();
      Authentication known = SecurityContextHolder.getContext().getAuthentication();
      return role.isEmpty() || known == null
          ? null
          : new Visitor(ActingLog.name(known.getName()), role.get().includes(AccessRole.OPERATOR));
    }
  }
}
