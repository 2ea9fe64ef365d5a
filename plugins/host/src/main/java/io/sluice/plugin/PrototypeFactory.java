package io.sluice.plugin;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import org.pf4j.ExtensionFactory;

/** Makes extensions by their public no-argument constructor, or says why that is impossible. */
final class PrototypeFactory implements ExtensionFactory {

  @Override
  public <T> T create(Class<T> type) {
    if (Modifier.isAbstract(type.getModifiers())) {
      throw new Unusable("is abstract; take @Extension off it and put it on a concrete class");
    }
    if (!Modifier.isPublic(type.getModifiers())) {
      throw new Unusable("is not public");
    }
    try {
      Constructor<T> constructor = type.getConstructor();
      return constructor.newInstance();
    } catch (NoSuchMethodException absent) {
      throw new Unusable("has no public no-argument constructor, which is to give its presets");
    } catch (InvocationTargetException problem) {
      throw Unusable.because("its constructor threw", problem.getCause());
    } catch (ExceptionInInitializerError problem) {
      throw Unusable.because("its static initializer threw", problem.getCause());
    } catch (ReflectiveOperationException problem) {
      throw Unusable.because("cannot be constructed:", problem);
    }
  }
}
