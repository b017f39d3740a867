package io.goldenpath.probe;

/**
 * How a target is reached.
 *
 * @param login How its users log in.
 * @param errands What is called around each run.
 * @param socket Where its agents are spoken to.
 */
public record Access(Login login, Errands errands, TargetSocket socket) {}
