package io.goldenpath.settings.reader;

import io.goldenpath.model.target.AccountKey;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.target.User;
import io.goldenpath.settings.mistakes.SettingKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Warns of accounts that several targets log in as: what each may do, it may do for all. */
record SharedAccounts(SettingKey targets) {

  void warn(List<ProbeSetup> setups) {
    Map<AccountKey, SettingKey> first = new HashMap<>();
    setups.stream()
        .map(setup -> setup.probe().target())
        .distinct()
        .forEach(target -> target.users().forEach(user -> warn(target, user, first)));
  }

  private void warn(Target target, User user, Map<AccountKey, SettingKey> first) {
    SettingKey users = targets.child(target.name()).child("users");
    SettingKey here = users.item(user.account() - 1);
    SettingKey there = first.putIfAbsent(AccountKey.of(target, user), here);
    if (there != null && !there.path().equals(here.path())) {
      here.warn(
          "is the account of %s, at the same login address: their runs take turns and share"
                  .formatted(there.path())
              + " manners.logins; give each target an account of its own");
    }
  }
}
