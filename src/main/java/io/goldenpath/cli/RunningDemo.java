package io.goldenpath.cli;

import io.goldenpath.model.target.Secret;
import java.util.concurrent.CountDownLatch;

/** A demo platform that runs alone; the password of its login is made at each start. */
public record RunningDemo(int port, String email, Secret password, CountDownLatch stopped) {}
