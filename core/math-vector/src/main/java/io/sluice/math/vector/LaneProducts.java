package io.sluice.math.vector;

import io.sluice.math.LaneMatrix;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;

/**
 * Products of whole vectors of lanes. {@link VectorProduct} is loaded twice, once for right factors
 * that lanes have for themselves and once for those that they share, so that the compiler sees a
 * constant where its inner loops ask which it is.
 */
interface LaneProducts {

  /** Of right factors that each lane has for itself. */
  LaneProducts OWN = new VectorProduct();

  /** Of right factors that all lanes share. */
  LaneProducts SHARED = sharedCopy();

  /** See {@link io.sluice.math.LaneProduct#products}. */
  void products(
      LaneMatrix left, LaneMatrix right, LaneMatrix product, boolean add, int from, int to);

  private static LaneProducts sharedCopy() {
    try (InputStream file = VectorProduct.class.getResourceAsStream("VectorProduct.class")) {
      MethodHandles.Lookup copy =
          MethodHandles.lookup()
              .defineHiddenClassWithClassData(file.readAllBytes(), VectorProduct.SHARED_COPY, true);
      return (LaneProducts) copy.lookupClass().getDeclaredConstructor().newInstance();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
