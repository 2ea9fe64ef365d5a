package io.sluice.sdk.lines;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.FileSystem;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A path of the default file system that belongs to another one. */
record MemoryPath(FileSystem system, Path path) implements InvocationHandler {

  static Path of(FileSystem system, Path path) {
    return (Path)
        Proxy.newProxyInstance(
            Path.class.getClassLoader(), new Class<?>[] {Path.class}, new MemoryPath(system, path));
  }

  /** The path of the default file system. */
  static Path plain(Path path) {
    return ((MemoryPath) Proxy.getInvocationHandler(path)).path;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    switch (method.getName()) {
      case "getFileSystem" -> {
        return system;
      }
      case "equals" -> {
        return arguments[0] instanceof Path other
            && Proxy.isProxyClass(other.getClass())
            && equals(Proxy.getInvocationHandler(other));
      }
      case "toRealPath" -> {
        if (!((MemoryDisk) system.provider()).exists(path)) {
          throw new NoSuchFileException(path.toString());
        }
        return proxy;
      }
      default -> {
        return delegated(method, arguments);
      }
    }
  }

  private Object delegated(Method method, Object[] arguments) throws Throwable {
    Object[] plain = arguments == null ? new Object[0] : arguments.clone();
    for (int i = 0; i < plain.length; i++) {
      boolean wrapped = plain[i] instanceof Path && Proxy.isProxyClass(plain[i].getClass());
      plain[i] = wrapped ? plain((Path) plain[i]) : plain[i];
    }
    try {
      Object result = method.invoke(path, plain);
      return result instanceof Path found ? of(system, found) : result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
