package io.sluice.spi;

import java.util.List;
import java.util.Optional;

/**
 * Opens result stores of one kind. A store is named by a URL {@code scheme:rest}, such as {@code
 * sqlite:results/sluice.db}; the scheme is the provider's {@link #id()}.
 */
public interface ResultStoreProvider extends Component {

  /**
   * Opens the store, creating it if it does not exist.
   *
   * @param location what follows the scheme and its colon
   * @throws ResultStoreException if it cannot be opened; the message says what to do about it
   */
  ResultStore open(String location);

  /**
   * Opens the store to read what it has. Creates and changes nothing, so that a store can be read
   * by those who may not write to it.
   *
   * @param location what follows the scheme and its colon
   * @return the store, or empty if there is none
   * @throws ResultStoreException if there is one and it cannot be read
   */
  default Optional<ResultStore> openExisting(String location) {
    return Optional.of(open(location));
  }

  /** Store URLs as examples for help texts and error messages; at least one. */
  List<String> examples();
}
