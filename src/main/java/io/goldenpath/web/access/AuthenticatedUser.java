package io.goldenpath.web.access;

import io.goldenpath.settings.service.AccessUser;
import java.security.Principal;

/** One who has proved to be a user of the settings. */
record AuthenticatedUser(AccessUser user) implements Principal {

  @Override
  public String getName() {
    return user.name();
  }
}
