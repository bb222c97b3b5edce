"""The counter app's screens: main window > pages > widgets > viewmodels > runtime."""
