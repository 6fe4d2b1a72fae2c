@echo off
rem Starts pokemon with the Java of JAVA_HOME, or else the one on the PATH.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmn48m -XX:-UsePerfData -Djava.awt.headless=true -cp "%~dp0..\lib\pokemon.jar" pokemon.Main %*
exit /b %ERRORLEVEL%
