@echo off
rem Starts pokemon with its own Java, else that of JAVA_HOME, else the one on the PATH.
setlocal
set "java=%~dp0..\runtime\bin\java.exe"
if exist "%java%" goto found
for %%j in (java.exe) do set "java=%%~$PATH:j"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if not defined java set "java=java.exe"
if exist "%java%" goto found
echo pokemon: there is no Java at '%java%'. Install Java 17 or newer, or set JAVA_HOME. >&2
exit /b 3

:found
rem Java's release file has its version; starting Java to ask would double the start.
set "version="
for %%j in ("%java%") do set "release=%%~dpj..\release"
if exist "%release%" for /f "usebackq tokens=1,2 delims==" %%a in ("%release%") do if "%%a"=="JAVA_VERSION" set "version=%%~b"
if not defined version goto start
for /f "tokens=1 delims=.-+_" %%m in ("%version%") do if %%m geq 17 goto start
echo pokemon: '%java%' is Java %version%. Install Java 17 or newer, or set JAVA_HOME to one. >&2
exit /b 3

:start
rem What a crash of Java leaves would land in the current directory, which may be the one for the images.
set "crash=-XX:ErrorFile=NUL -XX:ReplayDataFile=NUL"
rem Java takes one garbage collector: the user's, if one is chosen or may be in a file of options.
set "collector=-XX:+UseSerialGC"
(set JAVA_TOOL_OPTIONS & set JDK_JAVA_OPTIONS & set _JAVA_OPTIONS & set JAVA_OPTS) 2>nul | findstr /r /c:"-XX:[+-]Use[A-Za-z0-9]*GC" /c:"-XX:Flags=" /c:"-XX:VMOptionsFile=" /c:"@" >nul && set "collector="
"%java%" -XX:TieredStopAtLevel=1 %collector% -Xmn48m -XX:-UsePerfData %crash% -Djava.awt.headless=true %JAVA_OPTS% -cp "%~dp0..\lib\pokemon.jar" pokemon.Main %*
exit /b %ERRORLEVEL%
