package io.goldenpath.demo.session;

import io.goldenpath.demo.script.DemoRunIds;
import io.goldenpath.demo.script.UserRequest;
import io.goldenpath.demo.user.DemoAccount;
import io.goldenpath.demo.user.DemoUser;

/** Context of a connection for a change of its script. */
public record ScriptContext(DemoUser user, String text, DemoRunIds ids, DemoState state) {

  public UserRequest request() {
    return UserRequest.of(text);
  }

  public DemoAccount otherAccount() {
    return state.accounts().otherThan(user.id());
  }
}
