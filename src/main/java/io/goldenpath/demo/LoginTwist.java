package io.goldenpath.demo;

/** How a fault changes the reply to a login that would have gone well. */
@FunctionalInterface
interface LoginTwist {

  LoginReply apply(LoginReply good, DemoAccount account, LoginDesk desk);
}
