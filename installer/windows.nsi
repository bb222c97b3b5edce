; Windows installer for the folder PyInstaller made. Build on any system: makensis -DVERSION=0.1.0 installer/windows.nsi
; Installs for the current user, without administrator rights; the profile in %APPDATA% is never touched.
Unicode true
SetCompressor /SOLID lzma
!include "MUI2.nsh"

!ifndef VERSION
  !define VERSION "0.1.0"
!endif
!ifndef SOURCE
  !define SOURCE "..\dist\counterwatch"
!endif
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Counterwatch"

Name "$(AppName)"
OutFile "..\dist\counterwatch-${VERSION}-setup.exe"
InstallDir "$LOCALAPPDATA\Programs\Counterwatch"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
RequestExecutionLevel user
ManifestDPIAware true

!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_LICENSE "..\LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"
LangString AppName ${LANG_SIMPCHINESE} "柜台助手"
LangString AppName ${LANG_ENGLISH} "Counter Assistant"

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Section "install"
  SetOutPath "$INSTDIR"
  ; An update replaces the program folder whole, so that no library of the version before stays behind.
  RMDir /r "$INSTDIR\_internal"
  File /r "${SOURCE}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\$(AppName).lnk" "$INSTDIR\counterwatch-window.exe"
  WriteRegStr HKCU "${KEY}" "DisplayName" "$(AppName)"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

Section "uninstall"
  Delete "$SMPROGRAMS\$(AppName).lnk"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\counterwatch.exe"
  Delete "$INSTDIR\counterwatch-window.exe"
  Delete "$INSTDIR\counterwatch-station.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
