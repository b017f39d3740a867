package io.goldenpath.web.access;

import io.goldenpath.settings.load.CurrentSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Ends a start at which the settings restrict reading and nothing would enforce it. */
@Component
record AccessCheck(CurrentSettings settings, ObjectProvider<AccessConfiguration> enforced)
    implements SmartInitializingSingleton {

  @Override
  public void afterSingletonsInstantiated() {
    if (settings.settings().access().restricted() && enforced.getIfAvailable() == null) {
      throw new IllegalStateException("goldenpath.access restricts reading, but is not enforced");
    }
  }
}
