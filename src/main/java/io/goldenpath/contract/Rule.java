package io.goldenpath.contract;

/** One promise about a run, held against its course once the run is over. */
interface Rule {

  void judge(Course course, Docket docket);
}
