package io.goldenpath.demo;

/** How a fault rewrites a script that would have gone well. */
@FunctionalInterface
interface Twist {

  Script apply(Script good, Scene scene);
}
