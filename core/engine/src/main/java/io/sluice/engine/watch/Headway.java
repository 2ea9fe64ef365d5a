package io.sluice.engine.watch;

/** Is told how far long work has come, by the thread that does it. */
@FunctionalInterface
public interface Headway {

  /** Of whom nobody hears. */
  Headway UNHEARD = (done, all) -> {};

  /**
   * So much is done.
   *
   * @param all how much there is to do
   */
  void made(long done, long all);
}
